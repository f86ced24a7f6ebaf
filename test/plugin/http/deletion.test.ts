import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { AppPageSchema } from '../../../plugin/contract/app-list.js'
import { AppEffectSchema, DeletionSchema } from '../../../plugin/contract/effect.js'
import { databaseKinds } from '../../support/databases.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const members = { client_name: 'Report builder', organization_id: 'acme' }
const month = 30 * 24 * 60 * 60 * 1000

for (const database of databaseKinds) {
  describe(`${database.name}: deleting an app over HTTP`, () => {
    const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let admin: Client
    let clientId: string
    let app: string
    before(async () => {
      portal = await openPortal({ database, tokens })
      admin = portal.as('admin')
    })
    beforeEach(async () => {
      const { body } = await admin.post(apps).send(members).expect(201)
      clientId = String(body.client_id)
      app = `${apps}/${clientId}`
      tokens.issue(clientId, 'ada')
    })
    after(() => portal.close())

    const deleted = async (person: Parameters<Portal['as']>[0] = 'admin') => {
      const { body } = await portal.as(person).get(`${apps}?status=deleted&limit=100`).expect(200)
      return AppPageSchema.parse(body).items.find(({ client_id }) => client_id === clientId)
    }

    it('says nothing, or whom it reached for who prefers to know', async () => {
      const silent = await admin.delete(app).expect(204)
      assert.equal(silent.text, '')
      assert.equal(silent.headers['preference-applied'], undefined)
      await admin.post(`${app}/restore`).expect(200)
      const told = await admin.delete(app).set('Prefer', 'respond-async, return="representation"').expect(200)
      assert.equal(told.headers['preference-applied'], 'return=representation')
      assert.deepEqual(DeletionSchema.parse(told.body), { effect: { users: 1, grants: 1, tokens: 1 } })
      await admin.get(app).expect(404)
    })

    it('follows no other preference', async () => {
      for (const preference of ['return=minimal', 'return=minimal, return=representation', 'representation', '=,;']) {
        await admin.delete(app).set('Prefer', preference).expect(204)
        await admin.post(`${app}/restore`).expect(200)
      }
    })

    it('lets it rest where it can be seen and restored, with the days that are left', async () => {
      await admin.delete(app).expect(204)
      const resting = await deleted()
      assert.equal(resting?.client_name, members.client_name)
      assert.equal(Date.parse(resting.restorable_until ?? '') - Date.parse(resting.deleted_at ?? ''), month)
      assert.equal(resting.can.restore, true)
      assert.equal(resting.can.edit, false)
      assert.equal(await deleted('stranger'), undefined)
      const { body } = await admin.get(apps).expect(200)
      assert.ok(!JSON.stringify(body).includes(clientId))
      const { body: config } = await admin.get(`${mountPath}/config`)
      assert.equal(config.capabilities.restore_days, 30)
    })

    it('is undone by restoring: the app is as it was, and its tokens work again', async () => {
      await admin.delete(app).expect(204)
      const { body, headers } = await admin.post(`${app}/restore`).set('If-Match', '"1"').expect(200)
      const { app: back, effect } = AppEffectSchema.parse(body)
      assert.equal(back.client_name, members.client_name)
      assert.equal(back.secrets.length, 1)
      assert.ok(!('deleted_at' in back))
      assert.deepEqual(effect, { users: 1, grants: 1, tokens: 1 })
      assert.equal(headers['etag'], '"2"')
      assert.deepEqual((await admin.get(app).expect(200)).body, back)
      assert.equal(await deleted(), undefined)
    })

    it('is undone by nobody who could not see it, or may not, or who read another version', async () => {
      await admin.delete(app).expect(204)
      await portal.as('stranger').post(`${app}/restore`).expect(404)
      await portal.as('demoted').post(`${app}/restore`).expect(403)
      await portal.as('nobody').post(`${app}/restore`).expect(401)
      await admin.post(`${apps}/no-such-app/restore`).expect(404)
      assert.equal((await admin.post(`${app}/restore`).set('If-Match', '"7"').expect(412)).body.code, 'stale')
      await admin.post(`${app}/restore`).set('If-Match', '"7", "1"').expect(200)
      assert.equal((await admin.post(`${app}/restore`).expect(409)).body.code, 'not_restorable')
      await portal.as('demoted').post(`${app}/restore`).expect(403)
    })
  })

  describe(`${database.name}: deleting an app for good over HTTP`, () => {
    it('leaves nothing, and there is no address to restore it at', async () => {
      const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
      const portal = await openPortal({ database, tokens, restoreDays: 0 })
      const admin = portal.as('admin')
      const { body } = await admin.post(apps).send(members).expect(201)
      const app = `${apps}/${body.client_id}`
      const token = tokens.issue(body.client_id, 'ada')
      const told = await admin.delete(app).set('Prefer', 'return=representation').expect(200)
      assert.deepEqual(told.body.effect, { users: 1, grants: 1, tokens: 1 })
      assert.equal(await tokens.isActive(token), false)
      assert.deepEqual((await admin.get(`${apps}?status=deleted`).expect(200)).body.items, [])
      const missing = await admin.post(`${app}/restore`).expect(404)
      assert.equal(missing.text, (await admin.post(`${mountPath}/no-such-address`).expect(404)).text)
      const document = await admin.get(`${mountPath}/openapi.json`).expect(200)
      assert.ok(!Object.keys(document.body.paths).some((path) => path.endsWith('/restore')))
      await portal.close()
    })
  })
}
