import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import makeKnex, { type Knex } from 'knex'
import { createOAuthApps, ownApps, type OAuthApps } from '../../../plugin/index.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'
import { person } from '../../support/open-registry.js'

const hour = 60 * 60 * 1000
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }

for (const kind of databaseKinds) {
  describe(`${kind.name}: the jobs that forget what limits have counted`, () => {
    let database: TestDatabase
    let apps: OAuthApps
    let knex: Knex
    before(async () => {
      database = await kind.create()
      apps = createOAuthApps({
        knex: database.config,
        authenticate: () => null,
        policy: ownApps(),
        jobs: false,
        logger,
      })
      knex = makeKnex({ ...database.config, useNullAsDefault: true })
      await apps.migrate()
    })
    after(async () => {
      mock.timers.reset()
      await knex.destroy()
      await apps.close()
      await database.drop()
    })

    const count = async (table: string): Promise<number> => (await knex(`oauth_app_kit_${table}`).select('*')).length

    it('forget keys of requests after a day, however many there are', async () => {
      const now = Date.now()
      mock.timers.enable({ apis: ['Date'], now })
      const create = (key: string) =>
        apps.registry.createApp(person('ada'), { members: { client_name: 'An app' }, faults: [] }, key)
      await create('old')
      const filler = { principal_id: 'ada', fingerprint: 'f', client_id: 'c', created_at: now }
      const keys = Array.from({ length: 600 }, (_, index) => ({ ...filler, key_hash: `key-${index}` }))
      for (let start = 0; start < keys.length; start += 200) {
        await knex('oauth_app_kit_idempotency_keys').insert(keys.slice(start, start + 200))
      }
      mock.timers.setTime(now + 20 * hour)
      await create('young')
      assert.equal((await apps.runJobs())['requests'], 0)
      mock.timers.setTime(now + 24 * hour)
      assert.equal((await apps.runJobs())['requests'], 601)
      assert.equal(await count('idempotency_keys'), 1)
      assert.equal((await create('young')).repeated, true)
      mock.timers.reset()
    })

    it('forget counts of requests an hour after they ended', async () => {
      const now = Date.now()
      const counter = { policy: 'changes', used: 3 }
      await knex('oauth_app_kit_rate_counters').insert([
        { ...counter, principal_id: 'gone', ends_at: now - 2 * hour },
        { ...counter, principal_id: 'back', ends_at: now + hour },
      ])
      assert.equal((await apps.runJobs())['rate_counts'], 1)
      assert.deepEqual(await knex('oauth_app_kit_rate_counters').pluck('principal_id'), ['back'])
    })
  })
}
