import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { createOAuthApps, ownApps } from '../../plugin/index.js'

/** `dying-host.ts <knex config>`: prints its port, and is killed when an app is committed, before that is answered. */
const [config = '{}'] = process.argv.slice(2)

const logger = {
  info(_details: object, message: string) {
    if (message === 'app.created') process.kill(process.pid, 'SIGKILL')
  },
  warn: console.warn,
  error: console.error,
}

const apps = createOAuthApps({
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
