import makeKnex from 'knex'
import type { RouteName } from '../../../plugin/contract/routes.js'
import type { Policy, Principal } from '../../../plugin/index.js'
import type { DatabaseKind } from '../../support/databases.js'
import { exampleIconUrl } from '../../support/example-app.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client } from '../http/portal.js'
import type { Role } from './verdict-table.js'

export type Organization = 'acme' | 'globex'

/** An app that is acted on. */
export interface Subject {
  readonly clientId: string
  readonly organization: Organization
  /** Of the app. */
  readonly address: string
  readonly secretId: string
  readonly logoUri: string
  /** What the member allowed the app. */
  readonly grantId: string
  /** An endpoint of the organisation or, where the policy knows none of these, of the app's creator. */
  readonly webhookId: string
  readonly deliveryId: string
}

/** An endpoint where nobody answers, for what does not happen here. */
export const endpoint = { url: 'http://127.0.0.1:9/', events: ['secret.expiring'] }

const of = (id: string, ...memberships: (readonly [Organization, 'owner' | 'admin' | 'member'])[]): Principal => ({
  id,
  name: `The ${id}`,
  email: `${id}@example.com`,
  organizations: memberships.map(([organization, role]) => ({ id: organization, name: organization, role })),
})

/** Who calls as which role. The two founders are who creates the apps: that of Acme is the creator, before a demotion. */
const callers: Readonly<Record<Exclude<Role, 'nobody'> | 'founder-acme' | 'founder-globex', Principal>> = {
  owner: of('owner', ['acme', 'owner']),
  admin: of('admin', ['acme', 'admin']),
  creator: of('creator', ['acme', 'member']),
  member: of('member', ['acme', 'member']),
  foreign: of('foreign', ['globex', 'owner']),
  multi: of('multi', ['acme', 'admin'], ['globex', 'admin']),
  root: { ...of('root'), administrator: true },
  'founder-acme': of('creator', ['acme', 'admin']),
  'founder-globex': of('founder', ['globex', 'admin']),
}

/** Routes about an app that nobody has approved. */
const waits: ReadonlySet<RouteName> = new Set(['submitApp', 'withdrawApp', 'approveApp', 'rejectApp'])

/** A host that is set up for all that there is, under one policy. */
export async function openVerdictHost(kind: DatabaseKind, policy: Policy) {
  const database = await kind.create()
  const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
  const knex = makeKnex({ ...database.config, useNullAsDefault: true })
  const portal = await openPortal({
    database: { name: kind.name, create: () => Promise.resolve(database) },
    policy,
    authenticate: (request) => Object.entries(callers).find(([role]) => role === request.get('X-Role'))?.[1],
    findPrincipal: (id) => Object.values(callers).find((caller) => caller.id === id) ?? null,
    findOwners: () => [],
    registration: { verifyInitialAccessToken: () => null },
    review: true,
    tokens,
    webhooks: { encryption: { current: { id: '1', key: 'k'.repeat(32) } }, allowLoopback: true },
  })
  const grantsOf = (clientId: string) => tokens.list({ clientId }, { limit: 100 })
  const as = (role: Role | keyof typeof callers): Client => portal.as('nobody').set('X-Role', role)

  /** With something in its log. */
  async function addWebhook(founder: Client, organization: Organization) {
    const address = `${mountPath}/webhooks`
    // There may be twenty.
    await knex('oauth_app_kit_webhooks').delete()
    const { body: config } = await founder.get(`${mountPath}/config`).expect(200)
    const place = config.caller.organizations[0].can_manage_webhooks ? organization : null
    const { body } = await founder
      .post(address)
      .send({ ...endpoint, organization_id: place })
      .expect(201)
    const webhookId = String(body.id)
    const { body: delivery } = await founder.post(`${address}/${webhookId}/test`).expect(200)
    return { webhookId, deliveryId: String(delivery.id) }
  }

  return {
    as,
    /** An app, with what a route needs of it. */
    async create(organization: Organization, route?: RouteName): Promise<Subject> {
      const founder = as(`founder-${organization}`)
      const app = { client_name: 'Judged', organization_id: organization }
      const icon = route === 'getIcon' && { icon: await exampleIconUrl() }
      const { body } = await founder
        .post(`${mountPath}/apps`)
        .send({ ...app, ...icon })
        .expect(201)
      const address = `${mountPath}/apps/${String(body.client_id)}`
      if (route !== undefined && waits.has(route)) {
        if (route === 'submitApp') await founder.post(`${address}/withdraw`).expect(200)
      } else await as('root').post(`${address}/approve`).expect(200)
      if (route === 'endSecret') await founder.post(`${address}/secrets`).expect(201)
      if (route === 'restoreApp') await founder.delete(address).expect(204)
      const clientId = String(body.client_id)
      tokens.issue(clientId, 'member', ['files:read', 'files:write'])
      const [grant] = (await grantsOf(clientId)).items
      const { secret_id: secretId, logo_uri: logoUri } = body
      const webhook = route?.includes('Webhook')
        ? await addWebhook(founder, organization)
        : { webhookId: '', deliveryId: '' }
      return { clientId, organization, address, secretId, logoUri, grantId: grant?.id ?? '', ...webhook }
    },
    /** All that the database holds of an app, how many apps there are, and who allowed it what. */
    async state({ clientId }: Subject): Promise<string> {
      const tables = ['apps', 'secrets', 'origins', 'words', 'events', 'reviews'].map(
        (table) => `oauth_app_kit_${table}`,
      )
      const rows = await Promise.all(tables.map((table) => knex(table).where('client_id', clientId).select('*')))
      const [count] = await knex('oauth_app_kit_apps').count()
      const webhookTables = ['webhooks', 'webhook_secrets', 'webhook_deliveries'].map((name) => `oauth_app_kit_${name}`)
      const webhooks = await Promise.all(webhookTables.map((table) => knex(table).select('*')))
      return JSON.stringify([rows, count, await grantsOf(clientId), webhooks])
    },
    async close() {
      await knex.destroy()
      await portal.close()
    },
  }
}

export type VerdictHost = Awaited<ReturnType<typeof openVerdictHost>>
