import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import makeKnex, { type Knex } from 'knex'
import { openDatabase } from '../../../plugin/store/open-database.js'
import { createApps } from '../../../plugin/store/migrations/create-apps.js'
import { sqlite } from '../../../plugin/store/dialects/sqlite.js'
import { mysql } from '../../../plugin/store/dialects/mysql.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const script = new URL('../../support/migrating-process.ts', import.meta.url).pathname

interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly output: string
}

/** A process that migrates and, where a number is given, is killed before that statement. */
async function migrateInProcess({ config }: TestDatabase, killBefore = Infinity): Promise<Ending> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config), String(killBefore)])
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code, signal, output: (await output).join('') }
}

async function assertUsable(database: TestDatabase): Promise<void> {
  const test = await TestRegistry.on(database)
  try {
    const { app, client_secret = '' } = await test.create(person('ada'), { allowed_origins: ['https://a.example'] })
    assert.ok(await test.registry.verifySecret(app.client_id, client_secret))
    assert.deepEqual(await test.names(person('ada'), { q: 'app' }), ['An app'])
    const applied = await test.knex<{ id: number }>('oauth_app_kit_migrations').select('id')
    assert.deepEqual(applied, [{ id: 1 }])
  } finally {
    await test.disconnect()
  }
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: migrations`, () => {
    let database: TestDatabase
    before(async () => {
      database = await kind.create()
    })
    after(() => database.drop())

    it('survive six processes that start at once', async () => {
      const endings = await Promise.all(Array.from({ length: 6 }, () => migrateInProcess(database)))
      for (const { code, output } of endings) assert.equal(code, 0, output)
      assert.equal(endings.filter(({ output }) => output.includes('database.migrated')).length, 1)
      await assertUsable(database)
    })

    it('survive being killed between any two statements', async () => {
      const dialect = kind.name === 'MariaDB' ? mysql('MariaDB') : sqlite
      const statements = createApps(dialect).length
      const cut = await kind.create()
      try {
        for (const killBefore of [1, Math.ceil(statements / 3), Math.ceil((2 * statements) / 3), statements]) {
          const { signal, output } = await migrateInProcess(cut, killBefore)
          assert.equal(signal, 'SIGKILL', output)
        }
        const endings = await Promise.all([migrateInProcess(cut), migrateInProcess(cut)])
        for (const { code, output } of endings) assert.equal(code, 0, output)
        await assertUsable(cut)
      } finally {
        await cut.drop()
      }
    })

    it('run only when the host says: until then, the answer is that there is nothing yet', async () => {
      const empty = await kind.create()
      const knex: Knex = makeKnex({ ...empty.config, useNullAsDefault: true })
      const { store, close } = openDatabase(empty.config, { logger: console, clock: Date.now })
      try {
        await assert.rejects(store.findApp('any', 'all'), { code: 'unavailable', message: /migrate\(\)/ })
        assert.equal(await knex.schema.hasTable('oauth_app_kit_apps'), false)
        const other = openDatabase(empty.config, { logger: { ...console, info: () => undefined }, clock: Date.now })
        await other.migrate()
        await other.close()
        assert.equal(await store.findApp('any', 'all'), null)
      } finally {
        await close()
        await knex.destroy()
        await empty.drop()
      }
    })
  })
}
