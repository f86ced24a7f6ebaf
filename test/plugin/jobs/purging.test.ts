import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { TokenAuthority, TokenSelection } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIcons } from '../../support/example-app.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')
const minute = 60_000
const day = 24 * 60 * minute

for (const kind of databaseKinds) {
  describe(`${kind.name}: the job that purges`, () => {
    const tokens: MemoryTokens = new MemoryTokens(() => test.registry)
    /** An authority that fails for this app alone. */
    let stubborn: string | undefined
    const authority: TokenAuthority = {
      count: (of) => tokens.count(of),
      list: (of, page) => tokens.list(of, page),
      revoke: (of: TokenSelection) =>
        of.clientId === stubborn ? Promise.reject(new Error('not this one')) : tokens.revoke(of),
      narrow: (grantId, scopes) => tokens.narrow(grantId, scopes),
    }
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind, { restoreDays: 30, tokens: authority })
    })
    after(() => test.close())

    const createSeveral = async (count: number, name: string) => {
      const created = await Promise.all(Array.from({ length: count }, () => test.create(ada, { client_name: name })))
      return created.map(({ app }) => app.client_id)
    }
    const deleteAll = (ids: readonly string[]) => Promise.all(ids.map((id) => test.registry.deleteApp(ada, id)))

    it('removes apps whose days are over, with their tokens and all that refers to them, and no others', async () => {
      const icon = await exampleIcons.png()
      const { app } = await test.create(ada, { allowed_origins: ['https://over.example'] }, icon)
      tokens.issue(app.client_id, 'cyd')
      const [living = ''] = await createSeveral(1, 'Living')
      const kept = tokens.issue(living, 'cyd')
      await test.registry.deleteApp(ada, app.client_id)
      test.now += 10 * day
      const [resting = ''] = await createSeveral(1, 'Resting')
      await deleteAll([resting])
      test.now += 20 * day + minute
      assert.equal((await test.jobs.run())['apps'], 1)
      assert.deepEqual(await tokens.count({ clientId: app.client_id }), { users: 0, grants: 0, tokens: 0 })
      for (const table of ['apps', 'secrets', 'origins', 'words']) {
        const rows = await test.knex(`oauth_app_kit_${table}`).where('client_id', app.client_id)
        assert.deepEqual(rows, [], `${table} still has it`)
      }
      assert.equal(await test.count('icons'), 0)
      assert.ok((await test.events(app.client_id)).length > 0)
      assert.equal(await tokens.isActive(kept), true)
      assert.equal((await test.registry.restoreApp(ada, resting)).app.client_name, 'Resting')
      assert.equal((await test.jobs.run())['apps'], 0)
    })

    it('leaves an app alone for a minute, since clocks differ', async () => {
      const [id = ''] = await createSeveral(1, 'Edge')
      await deleteAll([id])
      test.now += 30 * day + minute - 1
      assert.equal((await test.jobs.run())['apps'], 0)
      test.now += 1
      assert.equal((await test.jobs.run())['apps'], 1)
    })

    it('takes all of several batches, and shares them with other processes that run it too', async () => {
      const ids = await createSeveral(120, 'Many')
      await deleteAll(ids)
      test.now += 31 * day
      const other = await TestRegistry.on(test.database, { restoreDays: 30, tokens: authority })
      other.now = test.now
      const reports = await Promise.all([test.jobs.run(), other.jobs.run()])
      await other.disconnect()
      assert.equal(
        reports.reduce((sum, { apps }) => sum + (apps ?? Number.NaN), 0),
        ids.length,
      )
    })

    it('goes on to the others where one cannot be purged, which comes back the next time', async () => {
      const ids = await createSeveral(3, 'Stubborn')
      await deleteAll(ids)
      stubborn = ids[0]
      test.now += 31 * day
      assert.equal((await test.jobs.run())['apps'], 2)
      assert.ok(test.log.some((line) => line.startsWith('app.not_purged') && line.includes(stubborn ?? '')))
      stubborn = undefined
      assert.equal((await test.jobs.run())['apps'], 1)
    })

    it('removes secrets that ended ninety days ago, and none that ended later', async () => {
      const { app } = await test.create(ada)
      const add = (days: number) =>
        test.registry.addSecret(ada, app.client_id, {
          members: { expires_at: new Date(test.now + days * day).toISOString() },
          faults: [],
        })
      const [sooner, later] = [await add(1), await add(2)]
      test.now += 91 * day
      assert.equal((await test.jobs.run())['secrets'], 1)
      const rows = await test.knex('oauth_app_kit_secrets').where('client_id', app.client_id).select('secret_id')
      const left = rows.map(({ secret_id }: { secret_id: string }) => secret_id)
      assert.equal(left.length, 2)
      assert.ok(left.includes(later.secret_id ?? '') && !left.includes(sooner.secret_id ?? ''))
    })
  })

  describe(`${kind.name}: the job that purges, where deleting is for good`, () => {
    it('finishes what was cut off when the process died or its tokens could not be revoked', async () => {
      const tokens: MemoryTokens = new MemoryTokens(() => test.registry)
      const test = await TestRegistry.open(kind, { restoreDays: 0, tokens })
      const { app } = await test.create(ada)
      tokens.issue(app.client_id, 'cyd')
      tokens.fail(new Error('down'))
      await test.registry.deleteApp(ada, app.client_id)
      assert.equal(await test.count('apps'), 1)
      tokens.recover()
      test.now += minute
      assert.equal((await test.jobs.run())['apps'], 1)
      assert.equal(await test.count('apps'), 0)
      assert.deepEqual(await tokens.count({ clientId: app.client_id }), { users: 0, grants: 0, tokens: 0 })
      await test.close()
    })
  })
}
