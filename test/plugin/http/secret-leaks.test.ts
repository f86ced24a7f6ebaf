import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
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
  })
}
