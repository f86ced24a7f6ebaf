import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { createOAuthApps, ownApps } from '../../plugin/index.js'

/**
 * `dying-host.ts <knex config> <message>`: prints its port, and is killed when its log gets the message, by default that an app
 * has been created: what it tells is committed, and nothing after it has been begun.
 */
const [config = '{}', lastWords = 'app.created'] = process.argv.slice(2)

const logger = {
  info(_details: object, message: string) {
    if (message === lastWords) process.kill(process.pid, 'SIGKILL')
  },
  warn: console.warn,
  error: console.error,
}

const revoked = { users: 0, grants: 0, tokens: 0 }

const apps = createOAuthApps({
  tokens: {
    count: () => revoked,
    list: () => ({ items: [], next_cursor: null }),
    revoke: () => revoked,
    narrow: () => undefined,
  },
  knex: JSON.parse(config) as object,
  authenticate: () => ({ id: 'u-admin', name: 'Adam Admin', organizations: [] }),
  policy: ownApps(),
  logger,
})
await apps.migrate()
const server = createServer(express().use('/api/oauth-apps', apps.router)).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
console.log(typeof address === 'object' && address ? address.port : '')
