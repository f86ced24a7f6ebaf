import { appendFileSync } from 'node:fs'
import type { Knex } from 'knex'
import { createOAuthApps, ownApps, type TokenAuthority } from '../../plugin/index.js'
import { hostKnex } from './host-knex.js'

/**
 * `purging-process.ts <knex config> <file> <moment>`: runs the jobs once, writes to the file whose tokens it revoked, and is
 * killed when it comes to that moment with its second app.
 */
const [config = '{}', revocations = '', fatal = ''] = process.argv.slice(2)
let passed = 0

function reach(moment: string): void {
  if (moment === fatal && ++passed === 2) process.kill(process.pid, 'SIGKILL')
}

const none = { users: 0, grants: 0, tokens: 0 }
const tokens: TokenAuthority = {
  count: () => none,
  list: () => ({ items: [], next_cursor: null }),
  revoke({ clientId = '' }) {
    reach('revoking')
    appendFileSync(revocations, `${clientId}\n`)
    reach('revoked')
    return none
  },
  narrow: () => undefined,
}
const logger = {
  info(_details: object, message: string) {
    if (message === 'app.purged') reach('committed')
  },
  warn: console.error,
  error: console.error,
}
const knex = hostKnex(JSON.parse(config) as Knex.Config)
knex.on('query-response', (_rows: unknown, { sql }: { sql: string }) => {
  if (/^update .*apps\W .*version/.test(sql)) reach('locked')
  if (/^delete from .*apps\W/.test(sql)) reach('deleted')
})
const apps = createOAuthApps({
  knex,
  authenticate: () => null,
  policy: ownApps(),
  tokens,
  restoreDays: 30,
  jobs: false,
  logger,
})
await apps.migrate()
console.log(JSON.stringify(await apps.runJobs()))
await apps.close()
await knex.destroy()
