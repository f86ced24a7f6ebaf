import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { SecretInput } from '../../../plugin/contract/app.js'
import type { ProblemError } from '../../../plugin/problem-error.js'
import type { AppChange } from '../../../plugin/registry/registry.js'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')
const minute = 60_000

function refusal(code: string): (error: ProblemError) => boolean {
  return (error) => error.code === code
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: the secrets of an app`, () => {
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind)
    })
    after(() => test.close())

    function add(clientId: string, members: SecretInput = {}): Promise<AppChange> {
      // Secrets stand in the order of their times.
      test.now += 1
      return test.registry.addSecret(ada, clientId, { members, faults: [] })
    }

    function verifies(change: AppChange, secret = change.client_secret): Promise<boolean> {
      return test.registry.verifySecret(change.app.client_id, secret ?? '')
    }

    it('verify, each of several, and nothing else does', async () => {
      const first = await test.create(ada)
      const second = await add(first.app.client_id, { name: ' Deploy ' })
      assert.deepEqual(
        second.app.secrets.map(({ name, hint }) => [name, hint]),
        [
          ['', first.client_secret?.slice(-4)],
          ['Deploy', second.client_secret?.slice(-4)],
        ],
      )
      assert.equal(second.secret_id, second.app.secrets[1]?.id)
      assert.ok(await verifies(first))
      assert.ok(await verifies(second))
      const other = await test.create(ada)
      for (const wrong of [
        other.client_secret,
        '',
        'oak_',
        `${first.client_secret} `,
        first.client_secret?.toLowerCase(),
      ]) {
        assert.equal(await verifies(first, wrong), false)
      }
      assert.equal(await test.registry.verifySecret('unknown', first.client_secret ?? ''), false)
    })

    it('of a disabled app verify no more, until it is enabled', async () => {
      const created = await test.create(ada)
      await test.registry.disableApp(ada, created.app.client_id)
      assert.equal(await verifies(created), false)
      assert.equal(await test.registry.findClient(created.app.client_id), null)
      await test.registry.enableApp(ada, created.app.client_id)
      assert.ok(await verifies(created))
    })

    it('end at once, or after an overlap, when another replaces them', async () => {
      const first = await test.create(ada)
      const second = await add(first.app.client_id, { expire_others_in: 0 })
      assert.equal(await verifies(first), false)
      assert.equal(second.app.secrets.length, 1)

      const third = await add(first.app.client_id, { expire_others_in: 60 })
      assert.ok(await verifies(second))
      assert.equal(third.app.secrets[0]?.expires_at, test.now + minute)
      assert.equal(third.app.secrets[1]?.id, third.secret_id)
      test.now += minute
      assert.equal(await verifies(second), false)
      assert.ok(await verifies(third))
      const { secrets } = await test.registry.getApp(ada, first.app.client_id)
      assert.deepEqual(
        secrets.map(({ id }) => id),
        [third.secret_id],
      )
    })

    it('never live longer by a rotation than they would have', async () => {
      const { app } = await test.create(ada)
      const soon = test.now + minute
      await add(app.client_id, { expires_at: new Date(soon).toISOString(), expire_others_in: 0 })
      const { app: rotated } = await add(app.client_id, { expire_others_in: 3600 })
      assert.equal(rotated.secrets[0]?.expires_at, soon)
    })

    it('are as many as the host allows, those that have expired not counting', async () => {
      const { app } = await test.create(ada)
      for (let count = 2; count <= 5; count++) await add(app.client_id)
      await assert.rejects(add(app.client_id), refusal('secret_limit'))
      await assert.rejects(add(app.client_id, { expire_others_in: 60 }), refusal('secret_limit'))
      const { app: rotated } = await add(app.client_id, { expire_others_in: 0 })
      assert.equal(rotated.secrets.length, 1)
      await add(app.client_id, { expires_at: new Date(test.now + minute).toISOString() })
      test.now += minute
      assert.equal((await add(app.client_id)).app.secrets.length, 2)
    })

    it('stay within the limit, and down to the last one, when many ask at once', async () => {
      const { app } = await test.create(ada)
      const added = await Promise.allSettled(Array.from({ length: 10 }, () => add(app.client_id)))
      assert.equal(added.filter(({ status }) => status === 'fulfilled').length, 4)
      const { secrets } = await test.registry.getApp(ada, app.client_id)
      assert.equal(secrets.length, 5)
      const ended = await Promise.allSettled(secrets.map(({ id }) => test.registry.endSecret(ada, app.client_id, id)))
      const refused = ended.filter((outcome) => outcome.status === 'rejected')
      assert.deepEqual(
        refused.map(({ reason }) => (reason as ProblemError).code),
        ['secret_last'],
      )
      assert.equal((await test.registry.getApp(ada, app.client_id)).secrets.length, 1)
    })

    it('leave exactly one when several rotations at once end all others', async () => {
      const { app } = await test.create(ada)
      const rotations = await Promise.all(Array.from({ length: 5 }, () => add(app.client_id, { expire_others_in: 0 })))
      const alive = await Promise.all(rotations.map((rotation) => verifies(rotation)))
      assert.equal(alive.filter(Boolean).length, 1)
    })

    it('are ended one by one, each with an event', async () => {
      const first = await test.create(ada)
      const { app, secret_id = '' } = await add(first.app.client_id)
      const left = await test.registry.endSecret(ada, app.client_id, secret_id)
      assert.equal(left.secrets.length, 1)
      assert.equal(left.version, 3)
      await assert.rejects(test.registry.endSecret(ada, app.client_id, secret_id), refusal('not_found'))
      const actions = (await test.events(app.client_id)).map(({ action }) => action)
      assert.deepEqual(actions, ['app.created', 'secret.added', 'secret.ended'])
    })

    it('are refused with the reason when their name or times are wrong', async () => {
      const { app } = await test.create(ada)
      for (const [members, code] of [
        [{ name: 'a\nb' }, 'text_line_break'],
        [{ expires_at: 'tomorrow' }, 'time_malformed'],
        [{ expires_at: '2026-01-31' }, 'time_malformed'],
        [{ expires_at: '2099-02-29T00:00:00Z' }, 'time_malformed'],
        [{ expires_at: '2099-04-31T24:00:00+02:00' }, 'time_malformed'],
        [{ expires_at: new Date(test.now - 1).toISOString() }, 'time_past'],
        [{ expire_others_in: -1 }, 'out_of_range'],
      ] as const) {
        await assert.rejects(add(app.client_id, members), ({ errors }: ProblemError) => errors[0]?.code === code)
      }
    })

    it('end when the client becomes public, and one is made when it becomes confidential', async () => {
      const created = await test.create(ada)
      const { client_id } = created.app
      const open = await test.update(ada, client_id, 1, { token_endpoint_auth_method: 'none' })
      assert.deepEqual(open.app.secrets, [])
      assert.equal(open.client_secret, undefined)
      assert.equal(await verifies(created), false)
      await assert.rejects(add(client_id), refusal('secret_not_used'))
      const changes = (await test.events(client_id))[1]?.changes
      assert.deepEqual(Object.keys(changes ?? {}).sort(), ['grant_types', 'secrets', 'token_endpoint_auth_method'])

      const closed = await test.update(ada, client_id, 2, { token_endpoint_auth_method: 'client_secret_post' })
      assert.ok(await verifies(closed))
      assert.equal(closed.secret_id, closed.app.secrets[0]?.id)
    })

    it('are stamped with their use, at most once a minute, without a new version', async () => {
      const created = await test.create(ada)
      const { client_id } = created.app
      await verifies(created, 'wrong')
      assert.equal((await test.registry.getApp(ada, client_id)).last_used_at, null)
      const used = test.now
      await verifies(created)
      test.now += minute - 1
      await verifies(created)
      const once = await test.registry.getApp(ada, client_id)
      assert.deepEqual([once.last_used_at, once.secrets[0]?.last_used_at, once.version], [used, used, 1])
      test.now += 1
      await verifies(created)
      assert.equal((await test.registry.getApp(ada, client_id)).last_used_at, test.now)
    })

    it('verify while peppers come, rotate and go', async () => {
      const database = await kind.create()
      const [old, young] = [
        { id: '2025', key: 'a'.repeat(32) },
        { id: '2026', key: 'b'.repeat(32) },
      ]
      const created: AppChange[] = []
      for (const pepper of [undefined, { current: old }, { current: young, previous: [old] }]) {
        const host = await TestRegistry.on(database, { secrets: pepper ? { pepper } : {} })
        created.push(await host.create(ada))
        for (const { app, client_secret = '' } of created) {
          assert.ok(await host.registry.verifySecret(app.client_id, client_secret))
        }
        await host.disconnect()
      }
      const forgetful = await TestRegistry.on(database, { secrets: { pepper: { current: young } } })
      const verdicts = await Promise.all(
        created.map(({ app, client_secret = '' }) => forgetful.registry.verifySecret(app.client_id, client_secret)),
      )
      assert.deepEqual(verdicts, [true, false, true])
      await forgetful.close()
    })
  })
}
