import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { hostKnex } from '../../support/host-knex.js'
import { mountPath, openPortal } from './portal.js'

/** A value as it may be found: as it is, and in the encodings that logs and addresses have. */
function formsOf(secret: string): string[] {
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex'),
    encodeURIComponent(secret),
  ]
}

for (const database of databaseKinds) {
  describe(`${database.name}: a secret’s value`, () => {
    it('is in the answer that made it, and in no other, and not in the log', async () => {
      const portal = await openPortal({ database })
      const admin = portal.as('admin')
      const app = { client_name: 'Keeps secrets', organization_id: 'acme', token_endpoint_auth_method: 'none' }
      const created = await admin.post(`${mountPath}/apps`).send(app).expect(201)
      const address = `${mountPath}/apps/${String(created.body.client_id)}`
      const turned = await admin
        .patch(address)
        .set('If-Match', '"1"')
        .send({ token_endpoint_auth_method: 'client_secret_basic' })
      const added = await admin.post(`${address}/secrets`).send({ name: 'Second' }).expect(201)
      const secrets = [turned, added].map(({ body }) => String(body.client_secret))
      assert.equal(new Set(secrets).size, 2)

      const others = [
        await admin.get(address),
        await admin.get(`${mountPath}/apps`),
        await admin.get(`${mountPath}/apps?q=${secrets[0] ?? ''}`),
        await admin.get(`${mountPath}/config`),
        await admin.post(`${address}/disable`),
        await admin.post(`${address}/enable`),
        await admin.patch(address).set('If-Match', '*').send({ client_name: 'Still keeps secrets' }),
        await admin.delete(`${address}/secrets/${String(added.body.secret_id)}`),
      ]
      const seen = [...others.map(({ text }) => text), ...portal.log].join('\n')
      for (const secret of secrets) {
        assert.ok(secret.length > 20)
        for (const form of formsOf(secret)) assert.ok(!seen.includes(form))
      }
      assert.ok(others.every(({ body }) => !('client_secret' in body)))
      await portal.close()
    })

    for (const whose of ['the plugin’s own', 'the host’s'] as const) {
      it(`leaves no hash in the log when a statement fails, on connections of ${whose}`, async () => {
        const kept = await database.create()
        const knex = hostKnex(kept.config)
        const portal = await openPortal({
          database: { name: database.name, create: () => Promise.resolve(kept) },
          ...(whose === 'the host’s' && { knex }),
        })
        const create = () =>
          portal
            .as('admin')
            .post(`${mountPath}/apps`)
            .set('Idempotency-Key', 'a-key')
            .send({ client_name: 'Unlucky', organization_id: 'acme' })
        for (const table of ['secrets', 'idempotency_keys']) {
          await knex.schema.renameTable(`oauth_app_kit_${table}`, 'away')
          const known = portal.log.length
          const { text } = await create().expect(500)
          const logged = portal.log.slice(known).join('\n')
          await knex.schema.renameTable('away', `oauth_app_kit_${table}`)
          assert.match(logged, new RegExp(`oauth_app_kit_${table}`), 'the log says what failed')
          assert.doesNotMatch(logged + text, /[0-9a-f]{64}/)
          assert.doesNotMatch(logged + text, /u-admin|Unlucky/)
        }
        await create().expect(201)
        await portal.close()
        await knex.destroy()
      })
    }
  })
}
