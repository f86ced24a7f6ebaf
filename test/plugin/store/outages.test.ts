import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openDatabase, type Database } from '../../../plugin/store/open-database.js'
import { openKnex } from '../../../plugin/store/open-knex.js'
import type { ProblemError } from '../../../plugin/problem-error.js'
import { DatabaseProxy } from '../../support/database-proxy.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const options = { logger: silent, clock: Date.now }

for (const kind of databaseKinds) {
  describe(`${kind.name}: a database that is busy`, () => {
    let database: TestDatabase
    before(async () => {
      database = await kind.create()
    })
    after(() => database.drop())

    it('answers within five seconds that it is, and when to try again', async () => {
      const knex = openKnex({ ...database.config, pool: { max: 1 } }, silent)
      const { store, migrate } = openDatabase(knex, options)
      await migrate()
      const held = await knex.transaction()
      const started = performance.now()
      try {
        await assert.rejects(store.findApp('any', 'all'), (error: ProblemError) => {
          assert.equal(error.code, 'unavailable')
          assert.ok((error.retryAfter ?? 0) > 0)
          return true
        })
        assert.ok(performance.now() - started < 5000)
      } finally {
        await held.rollback()
      }
      assert.equal(await store.findApp('any', 'all'), null)
      await knex.destroy()
    })
  })
}

for (const kind of databaseKinds.filter(({ name }) => name !== 'SQLite')) {
  describe(`${kind.name}: a database that goes away`, () => {
    let database: TestDatabase
    let proxy: DatabaseProxy
    let opened: Database
    before(async () => {
      database = await kind.create()
      proxy = await DatabaseProxy.before(database)
      opened = openDatabase(proxy.config, options)
      await opened.migrate()
    })
    after(async () => {
      await opened.close()
      await proxy.stop()
      await database.drop()
    })

    it('is answered with 503, and used again as soon as it is back', async () => {
      const { store } = opened
      for (let outage = 0; outage < 3; outage++) {
        await Promise.all(Array.from({ length: 5 }, () => store.findApp('any', 'all')))
        await proxy.stop()
        await assert.rejects(store.findApp('any', 'all'), { code: 'unavailable', retryAfter: 5 })
        await assert.rejects(
          store.transaction(() => Promise.resolve()),
          { code: 'unavailable', retryAfter: 5 },
        )
        await proxy.start()
        assert.equal(await store.findApp('any', 'all'), null)
      }
    })

    it('is not noticed where only its connections were cut', async () => {
      const { store } = opened
      await store.findApp('any', 'all')
      await proxy.stop()
      await proxy.start()
      assert.equal(await store.findApp('any', 'all'), null)
    })
  })
}
