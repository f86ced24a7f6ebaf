import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { databaseKinds } from '../../support/databases.js'
import { hostKnex } from '../../support/host-knex.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app that somebody is changing`, () => {
    const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let knex: Knex
    let clientId: string
    let secretId: string
    before(async () => {
      const database = await kind.create()
      knex = hostKnex(database.config)
      portal = await openPortal({
        database: { name: kind.name, create: () => Promise.resolve(database) },
        tokens,
        findPrincipal: () => null,
      })
      const members = { client_name: 'Busy', organization_id: 'acme' }
      const { body } = await portal.as('admin').post(`${mountPath}/apps`).send(members).expect(201)
      clientId = String(body.client_id)
      secretId = String(body.secret_id)
    })
    after(async () => {
      await knex.destroy()
      await portal.close()
    })

    /** Does it while the row of the app is locked. */
    const whileBusy = async (work: () => Promise<void>): Promise<void> => {
      const transaction = await knex.transaction()
      try {
        await transaction('oauth_app_kit_apps')
          .where('client_id', clientId)
          .update({ version: knex.ref('version') })
        await work()
      } finally {
        await transaction.rollback()
      }
    }

    const requests = (client: Client) => {
      const app = `${mountPath}/apps/${clientId}`
      return [
        client.delete(app),
        client.patch(app).set('If-Match', '"1"').send({ client_name: 'Idle' }),
        client.post(`${app}/enable`),
        client.post(`${app}/disable`),
        client.post(`${app}/disable`).send({ revoke_tokens: true }),
        client.post(`${app}/revoke-tokens`),
        client.post(`${app}/reassign`).send({ owner_id: 'u-admin' }),
        client.post(`${app}/secrets`),
        client.delete(`${app}/secrets/${secretId}`),
      ]
    }

    it('is no busier for those who may not see it than one that is not there', () =>
      whileBusy(async () => {
        const stranger = portal.as('stranger')
        for (const request of requests(stranger)) await request.expect(404)
        await stranger.post(`${mountPath}/apps/${clientId}/restore`).expect(404)
        for (const action of ['enable', 'disable', 'delete', 'revoke_tokens']) {
          const { body } = await stranger
            .post(`${mountPath}/apps/bulk`)
            .send({ action, client_ids: [clientId] })
            .expect(200)
          assert.deepEqual(body.results, [
            { client_id: clientId, status: 404, code: 'not_found', app: null, effect: null },
          ])
        }
      }))

    it('is waited for by nobody who may not change it', () =>
      whileBusy(async () => {
        for (const request of requests(portal.as('demoted'))) await request.expect(403)
      }))
  })
}
