import {
  createOAuthApps,
  ownApps,
  type MailOptions,
  type OAuthApps,
  type OAuthAppsOptions,
  type Principal,
} from '../../plugin/index.js'
import type { DatabaseKind, TestDatabase } from './databases.js'
import { MailServer } from './mail-server.js'

export const ada: Principal = { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com', organizations: [] }
export const root: Principal = { id: 'root', name: 'Ruth Root', organizations: [], administrator: true }

/** A host that writes to people through an SMTP server, and delivers when a test asks it to. */
export interface MailingHost {
  readonly apps: OAuthApps
  readonly server: MailServer
  readonly log: readonly string[]
  /** Whom `findPrincipal` knows. */
  readonly people: Map<string, Principal>
  create(name?: string, principal?: Principal): Promise<string>
  /** Delivers what is due. Answers what the server has received since. */
  deliver(): Promise<MailServer['mails']>
  close(): Promise<void>
}

export async function openMailingHost(
  kind: DatabaseKind,
  mail: Partial<MailOptions> = {},
  options: Partial<OAuthAppsOptions> = {},
): Promise<MailingHost> {
  const database: TestDatabase = await kind.create()
  const server = await MailServer.start()
  const people = new Map([ada, root].map((person) => [person.id, person]))
  const log: string[] = []
  const write = (details: object, message: string): void => void log.push(`${message} ${JSON.stringify(details)}`)
  const apps = createOAuthApps({
    knex: database.config,
    authenticate: () => null,
    findPrincipal: (id) => people.get(id) ?? null,
    policy: ownApps(),
    jobs: false,
    mail: { transport: server.url, from: 'Example <no-reply@mail.example>', ...mail },
    logger: { info: write, warn: write, error: write },
    ...options,
  })
  await apps.migrate()
  return {
    apps,
    server,
    log,
    people,
    async create(name = 'My app', principal = ada) {
      const { app } = await apps.registry.createApp(principal, { members: { client_name: name }, faults: [] })
      return app.client_id
    },
    async deliver() {
      const before = server.mails.length
      await apps.runJobs()
      return server.mails.slice(before)
    },
    async close() {
      await apps.close()
      await server.stop()
      await database.drop()
    },
  }
}
