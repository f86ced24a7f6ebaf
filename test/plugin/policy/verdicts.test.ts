import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { routes, type RouteName } from '../../../plugin/contract/routes.js'
import { databaseKinds } from '../../support/databases.js'
import { mountPath, type Client } from '../http/portal.js'
import { endpoint, openVerdictHost, type Subject, type VerdictHost } from './verdict-host.js'
import { asks, policies, roles, verdictsOf } from './verdict-table.js'

const apps = `${mountPath}/apps`
const grants = `${mountPath}/grants`
const webhooks = `${mountPath}/webhooks`
const organizations = ['acme', 'globex'] as const

interface Answer {
  readonly status: number
}

/** Tries a route on an app: the status, for the app, of what was answered. */
type Attempt = (by: Client, app: Subject) => PromiseLike<Answer>

const attempts: Readonly<Record<RouteName, Attempt>> = {
  getOpenApi: (by) => by.get(`${mountPath}/openapi.json`),
  getIcon: (by, { logoUri }) => by.get(logoUri),
  getPublicApp: (by, { address }) => by.get(`${address}/public`),
  registerClient: (by) => by.post(`${mountPath}/register`).send({ client_name: 'New' }),
  readRegistration: (by, { clientId }) => by.get(`${mountPath}/register/${clientId}`),
  replaceRegistration: (by, { clientId }) =>
    by.put(`${mountPath}/register/${clientId}`).send({ client_id: clientId, client_name: 'Replaced' }),
  deleteRegistration: (by, { clientId }) => by.delete(`${mountPath}/register/${clientId}`),
  getConfig: (by) => by.get(`${mountPath}/config`),
  createApp: (by, { organization }) => by.post(apps).send({ client_name: 'New', organization_id: organization }),
  async listApps(by, { clientId }) {
    const { status, body } = await by.get(`${apps}?limit=100&q=${clientId}`)
    const found = status === 200 && body.items.some((item: { client_id: string }) => item.client_id === clientId)
    return { status: status === 200 && !found ? 404 : status }
  },
  getApp: (by, { address }) => by.get(address),
  getImpact: (by, { address }) => by.get(`${address}/impact`),
  listEvents: (by, { address }) => by.get(`${address}/events`),
  updateApp: (by, { address }) => by.patch(address).set('If-Match', '*').send({ client_name: 'Changed' }),
  deleteApp: (by, { address }) => by.delete(address),
  restoreApp: (by, { address }) => by.post(`${address}/restore`),
  enableApp: (by, { address }) => by.post(`${address}/enable`),
  disableApp: (by, { address }) => by.post(`${address}/disable`),
  addSecret: (by, { address }) => by.post(`${address}/secrets`),
  endSecret: (by, { address, secretId }) => by.delete(`${address}/secrets/${secretId}`),
  revokeTokens: (by, { address }) => by.post(`${address}/revoke-tokens`),
  issueAccessToken: (by, { address }) => by.post(`${address}/access-token`),
  reassignApp: (by, { address }) => by.post(`${address}/reassign`).send({ owner_id: 'multi' }),
  listOwners: (by, { address }) => by.get(`${address}/owners`),
  submitApp: (by, { address }) => by.post(`${address}/submit`),
  withdrawApp: (by, { address }) => by.post(`${address}/withdraw`),
  approveApp: (by, { address }) => by.post(`${address}/approve`),
  rejectApp: (by, { address }) => by.post(`${address}/reject`).send({ reason: 'Not yet.' }),
  listAppGrants: (by, { address }) => by.get(`${address}/grants`),
  async listGrants(by, { grantId }) {
    const { status, body } = await by.get(`${grants}?limit=100`)
    const found = status === 200 && body.items.some(({ id }: { id: string }) => id === grantId)
    return { status: status === 200 && !found ? 404 : status }
  },
  revokeGrants: (by) => by.delete(grants),
  narrowGrant: (by, { grantId }) => by.patch(`${grants}/${grantId}`).send({ scopes: ['files:read'] }),
  revokeGrant: (by, { grantId }) => by.delete(`${grants}/${grantId}`),
  async listWebhooks(by, { webhookId }) {
    const { status, body } = await by.get(`${webhooks}?limit=100`)
    const found = status === 200 && body.items.some(({ id }: { id: string }) => id === webhookId)
    return { status: status === 200 && !found ? 404 : status }
  },
  createWebhook: (by, { organization }) => by.post(webhooks).send({ ...endpoint, organization_id: organization }),
  getWebhook: (by, { webhookId }) => by.get(`${webhooks}/${webhookId}`),
  updateWebhook: (by, { webhookId }) => by.patch(`${webhooks}/${webhookId}`).send({ status: 'disabled' }),
  deleteWebhook: (by, { webhookId }) => by.delete(`${webhooks}/${webhookId}`),
  rotateWebhookSecret: (by, { webhookId }) => by.post(`${webhooks}/${webhookId}/secrets`),
  testWebhook: (by, { webhookId }) => by.post(`${webhooks}/${webhookId}/test`),
  listWebhookDeliveries: (by, { webhookId }) => by.get(`${webhooks}/${webhookId}/deliveries`),
  redeliverWebhook: (by, { webhookId, deliveryId }) =>
    by.post(`${webhooks}/${webhookId}/deliveries/${deliveryId}/redeliver`),
  async bulkApps(by, { clientId }) {
    const { status, body } = await by.post(`${apps}/bulk`).send({ action: 'disable', client_ids: [clientId] })
    return status === 200 ? body.results[0] : { status }
  },
}

describe('The table of verdicts', () => {
  it('has every route, and every role under every policy', () => {
    assert.deepEqual(Object.keys(asks).sort(), Object.keys(routes).sort())
    for (const { table } of policies) {
      for (const row of Object.values(table)) assert.deepEqual(Object.keys(row), roles)
    }
  })
})

for (const kind of databaseKinds) {
  for (const { name, policy, table } of policies) {
    describe(`${kind.name}: under ${name}`, () => {
      let host: VerdictHost
      before(async () => {
        host = await openVerdictHost(kind, policy)
      })
      after(() => host.close())

      for (const route of Object.keys(routes).filter(isRouteName)) {
        it(`${routes[route].method} ${routes[route].path} is for whom the table says, and changes nothing for others`, async () => {
          for (const [index, organization] of organizations.entries()) {
            let app = await host.create(organization, route)
            for (const role of roles) {
              const state = await host.state(app)
              const { status } = await attempts[route](host.as(role), app)
              const verdict = status < 300 ? 'ok' : String(status)
              assert.equal(verdict, verdictsOf(table, route, role)[index], `${role}, on an app of ${organization}`)
              if (verdict !== 'ok' || routes[route].method === 'GET') assert.equal(await host.state(app), state)
              else app = await host.create(organization, route)
            }
          }
        })
      }

      it('a filter by creator shows of the apps that somebody may see those of one creator', async () => {
        const { clientId } = await host.create('acme')
        for (const role of roles.slice(1)) {
          const visible = verdictsOf(table, 'listApps', role)[0] === 'ok'
          for (const [creator, found] of [
            ['creator', visible],
            ['founder', false],
          ] as const) {
            const query = new URLSearchParams({ created_by: creator, organization_id: 'acme', q: clientId })
            const { body } = await host.as(role).get(`${apps}?${query}`).expect(200)
            const ids = body.items.map((item: { client_id: string }) => item.client_id)
            assert.deepEqual(ids, found ? [clientId] : [], `${role} asks for apps of ${creator}`)
          }
        }
      })
    })
  }
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name)
}
