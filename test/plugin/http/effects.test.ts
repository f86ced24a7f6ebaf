import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { AppEffectSchema, EffectSchema } from '../../../plugin/contract/effect.js'
import { EventPageSchema } from '../../../plugin/contract/events.js'
import type { Policy } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const unknown = { users: null, grants: null, tokens: null }

for (const database of databaseKinds) {
  describe(`${database.name}: whom an action reaches`, () => {
    const authority: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let admin: Client
    let clientId: string
    let app: string
    /** Of Ada, who has two, and of Bob. */
    let tokens: string[]
    before(async () => {
      portal = await openPortal({ database, tokens: authority })
      admin = portal.as('admin')
    })
    beforeEach(async () => {
      const { body } = await admin.post(apps).send({ client_name: 'Reader', organization_id: 'acme' }).expect(201)
      clientId = String(body.client_id)
      app = `${apps}/${clientId}`
      tokens = ['ada', 'ada', 'bob'].map((user) => authority.issue(clientId, user))
    })
    afterEach(() => {
      authority.recover()
    })
    after(() => portal.close())

    const whoWorks = () => Promise.all(tokens.map((token) => authority.isActive(token)))

    const events = async () => {
      const { body } = await admin.get(`${app}/events`).expect(200)
      return EventPageSchema.parse(body).items
    }

    it('is told before it happens, to everybody who sees the app', async () => {
      for (const person of ['admin', 'owner', 'demoted'] as const) {
        const { body } = await portal.as(person).get(`${app}/impact`).expect(200)
        assert.deepEqual(EffectSchema.parse(body), { users: 2, grants: 2, tokens: 3 })
      }
      await portal.as('stranger').get(`${app}/impact`).expect(404)
      await portal.as('nobody').get(`${app}/impact`).expect(401)
    })

    it('of disabling is that tokens sleep, and of enabling that they work again', async () => {
      assert.deepEqual(await whoWorks(), [true, true, true])
      const disabled = await admin.post(`${app}/disable`).expect(200)
      assert.deepEqual(AppEffectSchema.parse(disabled.body).effect, { users: 2, grants: 2, tokens: 3 })
      assert.deepEqual(await whoWorks(), [false, false, false])
      const enabled = await admin.post(`${app}/enable`).expect(200)
      assert.deepEqual(enabled.body.effect, { users: 2, grants: 2, tokens: 3 })
      assert.deepEqual(await whoWorks(), [true, true, true])
    })

    it('of disabling with revoking is for good, and both are in the audit log', async () => {
      const disabled = await admin.post(`${app}/disable`).send({ revoke_tokens: true }).expect(200)
      assert.deepEqual(disabled.body.effect, { users: 2, grants: 2, tokens: 3 })
      const enabled = await admin.post(`${app}/enable`).expect(200)
      assert.deepEqual(enabled.body.effect, { users: 0, grants: 0, tokens: 0 })
      assert.deepEqual(await whoWorks(), [false, false, false])
      const actions = (await events()).map(({ action }) => action)
      assert.deepEqual(actions.slice(0, 3), ['app.enabled', 'app.tokens_revoked', 'app.disabled'])
    })

    it('of revoking is that no token works and the app does, with its numbers in the audit log', async () => {
      const { body, headers } = await admin.post(`${app}/revoke-tokens`).expect(200)
      const { effect, app: after } = AppEffectSchema.parse(body)
      assert.deepEqual(effect, { users: 2, grants: 2, tokens: 3 })
      assert.equal(after.status, 'active')
      assert.equal(headers['etag'], '"1"')
      assert.deepEqual(await whoWorks(), [false, false, false])
      const [line] = await events()
      assert.equal(line?.action, 'app.tokens_revoked')
      assert.equal(line.actor.id, 'u-admin')
      assert.deepEqual(line.changes, {
        users: { before: 2, after: 0 },
        grants: { before: 2, after: 0 },
        tokens: { before: 3, after: 0 },
      })
      assert.equal(await authority.isActive(authority.issue(clientId, 'ada')), true)
    })

    it('is nobody for whoever may not do it, or acts on another version than they read', async () => {
      await portal.as('demoted').post(`${app}/revoke-tokens`).expect(403)
      await portal.as('demoted').post(`${app}/disable`).send({ revoke_tokens: true, nonsense: 1 }).expect(403)
      await portal.as('stranger').post(`${app}/revoke-tokens`).expect(404)
      const { body: secret } = await admin.post(`${app}/secrets`).set('If-Match', '"1"').expect(201)
      for (const address of ['revoke-tokens', 'disable', 'enable', 'secrets']) {
        const { body } = await admin.post(`${app}/${address}`).set('If-Match', '"1"').expect(412)
        assert.equal(body.code, 'stale')
      }
      await admin.delete(`${app}/secrets/${secret.secret_id}`).set('If-Match', '"1"').expect(412)
      await admin.delete(app).set('If-Match', '"1"').expect(412)
      assert.deepEqual(await whoWorks(), [true, true, true])
      await admin.post(`${app}/disable`).set('If-Match', '"2"').expect(200)
      await admin.post(`${app}/enable`).set('If-Match', '*').expect(200)
      await admin.post(`${app}/revoke-tokens`).set('If-Match', '"1", "4"').expect(200)
    })

    it('is 503 where the authority fails and has to know, and nothing is in the audit log', async () => {
      authority.fail(new Error('connect ECONNREFUSED keycloak.internal:8080'))
      for (const request of [admin.get(`${app}/impact`), admin.post(`${app}/revoke-tokens`)]) {
        const { body, headers, text } = await request.expect(503)
        assert.equal(body.code, 'unavailable')
        assert.equal(headers['retry-after'], '5')
        assert.ok(!text.includes('keycloak'))
      }
      assert.equal((await events()).length, 1)
      assert.ok(portal.log.some((line) => line.includes('keycloak')))
    })

    it('is unknown where the app is disabled and the authority fails: the app is disabled all the same', async () => {
      authority.fail(new Error('connect ECONNREFUSED keycloak.internal:8080'))
      const { body } = await admin.post(`${app}/disable`).send({ revoke_tokens: true }).expect(200)
      assert.equal(body.app.status, 'disabled')
      assert.deepEqual(body.effect, unknown)
      assert.ok(portal.log.some((line) => line.startsWith('tokens.unknown') && line.includes(clientId)))
      authority.recover()
      assert.deepEqual(await whoWorks(), [false, false, false])
      const again = await admin.post(`${app}/disable`).send({ revoke_tokens: true }).expect(200)
      assert.deepEqual(again.body.effect, { users: 2, grants: 2, tokens: 3 })
    })
  })
}

describe('Whom an action reaches', () => {
  it('is 503 where the authority answers something else than numbers', async () => {
    const nonsense = () => ({ users: 1, grants: 1 })
    // @ts-expect-error -- a host in plain JavaScript may answer anything
    const portal = await openPortal({ tokens: { count: nonsense, list: nonsense, revoke: nonsense, narrow: nonsense } })
    const admin = portal.as('admin')
    const { body } = await admin.post(apps).send({ client_name: 'Odd', organization_id: 'acme' }).expect(201)
    await admin.get(`${apps}/${body.client_id}/impact`).expect(503)
    assert.match(portal.log.join('\n'), /tokens\.count\(\) must answer/)
    await portal.close()
  })

  it('of disabling with revoking is nobody where the caller may only disable', async () => {
    const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
    const policy: Policy = { can: (_principal, action) => action !== 'revoke_tokens', visible: () => 'all' }
    const portal = await openPortal({ tokens, policy })
    const admin = portal.as('admin')
    const { body } = await admin.post(apps).send({ client_name: 'Half', organization_id: 'acme' }).expect(201)
    const app = `${apps}/${body.client_id}`
    await admin.post(`${app}/disable`).send({ revoke_tokens: true }).expect(403)
    assert.equal((await admin.get(app)).body.status, 'active')
    await admin.post(`${app}/disable`).send({ revoke_tokens: false }).expect(200)
    await portal.close()
  })

  it('is unknown, not nobody, where no authority is there to ask; and nothing can be revoked', async () => {
    const portal = await openPortal()
    const admin = portal.as('admin')
    const { body } = await admin.post(apps).send({ client_name: 'Alone', organization_id: 'acme' }).expect(201)
    const app = `${apps}/${body.client_id}`
    assert.deepEqual((await admin.get(`${app}/impact`).expect(200)).body, unknown)
    assert.equal((await admin.get(`${mountPath}/config`)).body.capabilities.tokens, false)
    for (const revoking of [true, false]) {
      const refused = await admin.post(`${app}/disable`).send({ revoke_tokens: revoking }).expect(400)
      assert.deepEqual(
        refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
        [['/revoke_tokens', 'hidden_member']],
      )
    }
    const missing = await admin.post(`${app}/revoke-tokens`).expect(404)
    assert.equal(missing.text, (await admin.post(`${mountPath}/no-such-address`).expect(404)).text)
    assert.deepEqual((await admin.post(`${app}/disable`).expect(200)).body.effect, unknown)
    await portal.close()
  })
})
