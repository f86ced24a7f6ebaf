import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ProblemError } from '../../../plugin/problem-error.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIcons } from '../../support/example-app.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')
const bob = person('bob')

/** Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Han, Hangul, Ethiopic, and emoji beyond the basic plane. */
const everyScript = 'Ωμέγα Ёж مرحبا שלום नमस्ते สวัสดี 文件 한국어 ሰላም 👩🏽‍🚀🏳️‍🌈 𝒳'

function refusal(code: string): (error: ProblemError) => boolean {
  return (error) => error.code === code
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: the life of an app`, () => {
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind)
    })
    after(() => test.close())

    it('is created, and comes back as it was given', async () => {
      const longest = (kindOf: string, index: number) => `https://${kindOf}.example/${index}/`.padEnd(2048, 'x')
      const members = {
        client_name: everyScript,
        description: `Line one\n${everyScript}`,
        client_uri: 'https://example.com/%C3%BC?a=%20b',
        redirect_uris: Array.from({ length: 12 }, (_, index) => longest('redirect', index)),
        allowed_origins: Array.from({ length: 12 }, (_, index) => `https://origin-${index}.example`),
        scopes: ['files:write', 'files:read'],
      }
      const { app, client_secret } = await test.create(ada, members, await exampleIcons.png())
      assert.match(client_secret ?? '', /^oak_/)
      assert.match(app.client_id, /^[a-z2-7]{26}$/)
      const kept = await test.registry.getApp(ada, app.client_id)
      assert.deepEqual(kept, app)
      for (const [name, value] of Object.entries(members)) assert.deepEqual(kept[name as keyof typeof members], value)
      assert.deepEqual(kept.created_by, { id: 'ada', name: 'Person ada' })
      assert.equal(kept.created_at, test.now)
    })

    it('writes down who did what, with before and after, and no secret', async () => {
      const { app, client_secret = '' } = await test.create(ada, { client_name: 'Before' })
      await test.update(ada, app.client_id, 1, { client_name: 'After' })
      await test.registry.disableApp(ada, app.client_id)
      await test.registry.enableApp(ada, app.client_id)
      await test.registry.deleteApp(ada, app.client_id)
      const events = await test.events(app.client_id)
      assert.deepEqual(
        events.map(({ action, actor_id }) => [action, actor_id]),
        ['created', 'updated', 'disabled', 'enabled', 'deleted'].map((done) => [`app.${done}`, 'ada']),
      )
      assert.deepEqual(events[1]?.changes, { client_name: { before: 'Before', after: 'After' } })
      assert.deepEqual(events[2]?.changes, { status: { before: 'active', after: 'disabled' } })
      assert.ok(!JSON.stringify(events).includes(client_secret))
      assert.ok(!test.log.join().includes(client_secret))
    })

    it('leaves no event, and no version, where an edit changes nothing', async () => {
      const { app } = await test.create(ada, { client_name: 'Same', scopes: ['files:read'] })
      const again = await test.update(ada, app.client_id, 1, { client_name: ' Same ', scopes: ['files:read'] })
      assert.equal(again.app.version, 1)
      await test.registry.enableApp(ada, app.client_id)
      assert.equal((await test.events(app.client_id)).length, 1)
    })

    it('refuses a stale edit, and one that names no version', async () => {
      const { app } = await test.create(ada)
      await test.update(ada, app.client_id, 1, { client_name: 'First' })
      await assert.rejects(test.update(ada, app.client_id, 1, { client_name: 'Second' }), refusal('stale'))
      await assert.rejects(test.update(ada, app.client_id, undefined, {}), refusal('if_match_required'))
      assert.equal((await test.registry.getApp(ada, app.client_id)).client_name, 'First')
    })

    it('lets one of ten edits at once through', async () => {
      const { app } = await test.create(ada)
      const edits = Array.from({ length: 10 }, (_, index) =>
        test.update(ada, app.client_id, 1, { client_name: `Edit ${index}` }),
      )
      const outcomes = await Promise.allSettled(edits)
      const stale = outcomes.filter((outcome) => outcome.status === 'rejected')
      assert.equal(stale.length, 9)
      for (const { reason } of stale) assert.equal((reason as ProblemError).code, 'stale')
      const events = await test.events(app.client_id)
      assert.deepEqual(
        events.map(({ action }) => action),
        ['app.created', 'app.updated'],
      )
    })

    it('creates a hundred at once, each with its own secret', async () => {
      const created = await Promise.all(Array.from({ length: 100 }, () => test.create(bob)))
      assert.equal(new Set(created.map(({ app }) => app.client_id)).size, 100)
      assert.equal(new Set(created.map(({ client_secret }) => client_secret)).size, 100)
    })

    it('tells every fault at once, that of the icon among them', async () => {
      const icon = await exampleIcons.png(64)
      const members = { client_name: '', redirect_uris: ['https://a.example/#x'], scopes: ['unknown'] }
      await assert.rejects(
        test.registry.createApp(ada, {
          members,
          faults: [{ pointer: '/surprise', code: 'unknown_member' }],
          icon,
        }),
        ({ code, errors }: ProblemError) => {
          assert.equal(code, 'invalid_input')
          const pointers = errors.map(({ pointer }) => pointer).sort()
          assert.deepEqual(pointers, ['/client_name', '/icon', '/redirect_uris/0', '/scopes/0', '/surprise'])
          return true
        },
      )
    })

    it('does not exist for whoever cannot see it, whatever they send', async () => {
      const { app } = await test.create(ada)
      const broken = { members: {}, faults: [{ pointer: '/x', code: 'unknown_member' as const }] }
      for (const attempt of [
        () => test.registry.getApp(bob, app.client_id),
        () => test.registry.updateApp(bob, app.client_id, undefined, broken),
        () => test.registry.deleteApp(bob, app.client_id),
        () => test.registry.disableApp(bob, app.client_id),
        () => test.registry.addSecret(bob, app.client_id, broken),
        () => test.registry.endSecret(bob, app.client_id, 'none'),
        () => test.registry.getApp(bob, 'no\0such\uD800app'),
      ]) {
        await assert.rejects(attempt, refusal('not_found'))
      }
    })
  })
}
