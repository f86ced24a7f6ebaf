import { appendFileSync } from 'node:fs'
import type { Knex } from 'knex'
import { createOAuthApps, ownApps } from '../../plugin/index.js'
import { hostKnex } from './host-knex.js'

/**
 * `mailing-process.ts <knex config> <file> <moment>`: registers twelve apps, more than are claimed at once, and writes to the file which mails it sent about
 * them. It is killed when it comes to that moment for the second time; without one it only sends what is there.
 */
const [config = '{}', sent = '', fatal = ''] = process.argv.slice(2)
let passed = 0

function reach(moment: string): void {
  if (moment === fatal && ++passed === 2) process.kill(process.pid, 'SIGKILL')
}

const knex = hostKnex(JSON.parse(config) as Knex.Config)
knex.on('query-response', (_rows: unknown, { sql }: { sql: string }) => {
  if (/^insert into .*events\W/.test(sql)) reach('event written')
  if (/^insert into .*outbox_lines\W/.test(sql)) reach('line written')
  if (/^insert into .*outbox_deliveries\W/.test(sql)) reach('delivery written')
  if (/^update .*outbox_deliveries\W.*attempts/.test(sql)) reach('claiming')
  if (/^update .*outbox_deliveries\W.*settled_at/.test(sql)) reach('settling')
})
const ada = { id: 'ada', name: 'Ada', email: 'ada@example.com', organizations: [] }
const apps = createOAuthApps({
  knex,
  authenticate: () => null,
  findPrincipal: () => ada,
  policy: ownApps(),
  jobs: false,
  mail: {
    from: 'no-reply@example.com',
    transport: {
      sendMail({ messageId, text }) {
        reach('sending')
        appendFileSync(sent, `${messageId} ${/Client ID: (\S+)/.exec(text)?.[1] ?? ''}\n`)
        reach('sent')
        return Promise.resolve()
      },
    },
  },
  logger: {
    info(_details, message) {
      if (message === 'app.created') reach('committed')
      if (message === 'notification.delivered') reach('settled')
    },
    warn: console.error,
    error: console.error,
  },
})
await apps.migrate()
for (let count = 0; fatal !== '' && count < 12; count++) {
  const { app } = await apps.registry.createApp(ada, { members: { client_name: 'An app' }, faults: [] })
  console.log(app.client_id)
}
await apps.runJobs()
await apps.close()
await knex.destroy()
