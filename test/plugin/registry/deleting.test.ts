import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { exampleIcons } from '../../support/example-app.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')
const bob = person('bob')
const root = { ...person('root'), administrator: true }
const day = 24 * 60 * 60 * 1000

const refusal = (code: string) => ({ code })

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app that is deleted`, () => {
    const tokens: MemoryTokens = new MemoryTokens(() => test.registry)
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind, { restoreDays: 30, tokens })
    })
    beforeEach(() => {
      tokens.recover()
    })
    after(() => test.close())

    it('is found by nothing at run time, and all that hangs on it is back when it is restored', async () => {
      const origin = 'https://rest.example'
      const { app, client_secret = '' } = await test.create(ada, { client_name: 'Sleeper', allowed_origins: [origin] })
      const token = tokens.issue(app.client_id, 'cyd')
      const runTime = async () => [
        (await test.registry.findClient(app.client_id)) !== null,
        await test.registry.verifySecret(app.client_id, client_secret),
        await test.registry.isOriginAllowed(origin),
        await tokens.isActive(token),
        (await test.names(ada, { q: 'sleeper' })).length > 0,
      ]
      assert.deepEqual(await runTime(), [true, true, true, true, true])
      assert.deepEqual(await test.registry.deleteApp(ada, app.client_id), { users: 1, grants: 1, tokens: 1 })
      assert.deepEqual(await runTime(), [false, false, false, false, false])
      await assert.rejects(test.registry.getApp(ada, app.client_id), refusal('not_found'))
      const restored = await test.registry.restoreApp(ada, app.client_id)
      assert.deepEqual(restored.effect, { users: 1, grants: 1, tokens: 1 })
      assert.deepEqual(await runTime(), [true, true, true, true, true])
    })

    it('is restored with the status, the secrets and the content that it had, as the next version', async () => {
      const { app } = await test.create(ada, { client_name: 'Paused' })
      const { app: paused } = await test.registry.disableApp(ada, app.client_id)
      await test.registry.deleteApp(ada, app.client_id)
      test.now += day
      const { app: back } = await test.registry.restoreApp(ada, app.client_id)
      assert.deepEqual(back, { ...paused, version: 3, updated_at: test.now })
      assert.deepEqual(await test.registry.getApp(ada, app.client_id), back)
      const events = await test.events(app.client_id)
      assert.deepEqual(
        events.map(({ action }) => action),
        ['app.created', 'app.disabled', 'app.deleted', 'app.restored'],
      )
      assert.deepEqual(Object.keys(events.at(-1)?.changes ?? {}), ['deleted_at'])
    })

    it('is listed as deleted with the time that is left, for those who saw it before', async () => {
      const { app } = await test.create(ada, { client_name: 'Listed' })
      await test.registry.deleteApp(ada, app.client_id)
      for (const principal of [ada, root]) {
        const { items } = await test.list(principal, { status: 'deleted', q: 'listed' })
        assert.equal(items.length, 1)
        assert.deepEqual([items[0]?.deleted_at, items[0]?.restorable_until], [test.now, test.now + 30 * day])
      }
      assert.deepEqual(await test.names(bob, { status: 'deleted' }), [])
      assert.deepEqual(await test.names(ada, { q: 'listed' }), [])
    })

    it('can only be restored, and by those who may', async () => {
      const { app } = await test.create(ada)
      await test.registry.deleteApp(ada, app.client_id)
      for (const attempt of [
        () => test.registry.restoreApp(bob, app.client_id),
        () => test.update(ada, app.client_id, 1, {}),
        () => test.registry.enableApp(ada, app.client_id),
        () => test.registry.deleteApp(ada, app.client_id),
        () => test.registry.revokeTokens(ada, app.client_id),
      ]) {
        await assert.rejects(attempt, refusal('not_found'))
      }
      const { items } = await test.list(ada, { status: 'deleted' })
      const resting = items.find(({ client_id }) => client_id === app.client_id)
      assert.ok(resting)
      const allowed = Object.entries(test.registry.permissions(ada, resting)).filter(([, may]) => may)
      assert.deepEqual(allowed, [['restore', true]])
      await assert.rejects(test.registry.restoreApp(ada, app.client_id, 2), refusal('stale'))
      await test.registry.restoreApp(ada, app.client_id, 1)
      await assert.rejects(test.registry.restoreApp(ada, app.client_id), refusal('not_restorable'))
      await assert.rejects(test.registry.restoreApp(bob, app.client_id), refusal('not_found'))
    })

    it('is restored once by ten who try at once', async () => {
      const { app } = await test.create(ada)
      await test.registry.deleteApp(ada, app.client_id)
      const attempts = Array.from({ length: 10 }, () => test.registry.restoreApp(ada, app.client_id))
      const outcomes = await Promise.allSettled(attempts)
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
      const restored = (await test.events(app.client_id)).filter(({ action }) => action === 'app.restored')
      assert.equal(restored.length, 1)
    })

    it('is lost when its days are over, whether or not anything has purged it yet', async () => {
      const { app } = await test.create(ada, { client_name: 'Overdue' })
      await test.registry.deleteApp(ada, app.client_id)
      test.now += 30 * day - 1
      assert.deepEqual(await test.names(ada, { status: 'deleted', q: 'overdue' }), ['Overdue'])
      test.now += 1
      assert.deepEqual(await test.names(ada, { status: 'deleted', q: 'overdue' }), [])
      await assert.rejects(test.registry.restoreApp(ada, app.client_id), refusal('not_found'))
    })

    it('counts against a quota again when it is restored, whoever restores it', async () => {
      const host = await TestRegistry.on(test.database, { quotas: { appsPerUser: 1 } })
      const eve = person('eve')
      const { app } = await host.create(eve)
      await host.registry.deleteApp(eve, app.client_id)
      const { app: other } = await host.create(eve)
      await assert.rejects(host.registry.restoreApp(eve, app.client_id), refusal('quota_user'))
      await assert.rejects(host.registry.restoreApp(root, app.client_id), refusal('quota_user'))
      await host.registry.deleteApp(eve, other.client_id)
      await host.registry.restoreApp(eve, app.client_id)
      await host.disconnect()
    })

    it('is deleted also where nobody can say whom that reaches', async () => {
      const { app } = await test.create(ada)
      tokens.fail(new Error('gone'))
      const effect = await test.registry.deleteApp(ada, app.client_id)
      assert.deepEqual(effect, { users: null, grants: null, tokens: null })
      await assert.rejects(test.registry.getApp(ada, app.client_id), refusal('not_found'))
    })
  })

  describe(`${kind.name}: an app that is deleted for good`, () => {
    const tokens: MemoryTokens = new MemoryTokens(() => test.registry)
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind, { restoreDays: 0, tokens })
    })
    after(() => test.close())

    it('is gone at once, with its tokens and all that refers to it; what was done to it is still to be read', async () => {
      const members = { client_name: 'Gone', allowed_origins: ['https://gone.example'] }
      const { app } = await test.create(ada, members, await exampleIcons.png())
      const token = tokens.issue(app.client_id, 'cyd')
      assert.deepEqual(await test.registry.deleteApp(ada, app.client_id), { users: 1, grants: 1, tokens: 1 })
      assert.deepEqual(await tokens.count({ clientId: app.client_id }), { users: 0, grants: 0, tokens: 0 })
      assert.equal(await tokens.isActive(token), false)
      for (const table of ['apps', 'secrets', 'origins', 'words', 'icons', 'icon_images']) {
        assert.equal(await test.count(table), 0, `${table} still has it`)
      }
      assert.deepEqual(
        (await test.events(app.client_id)).map(({ action }) => action),
        ['app.created', 'app.deleted'],
      )
    })

    it('is deleted, and not forgotten, while its tokens cannot be revoked', async () => {
      const { app } = await test.create(ada)
      const token = tokens.issue(app.client_id, 'cyd')
      tokens.fail(new Error('gone'))
      assert.deepEqual(await test.registry.deleteApp(ada, app.client_id), { users: null, grants: null, tokens: null })
      tokens.recover()
      assert.equal(await tokens.isActive(token), false)
      await assert.rejects(test.registry.getApp(ada, app.client_id), refusal('not_found'))
      assert.deepEqual(await test.names(ada, { status: 'deleted' }), [])
      assert.equal(await test.count('apps'), 1)
    })
  })
}
