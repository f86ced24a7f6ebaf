import assert from 'node:assert/strict'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import makeKnex, { type Knex } from 'knex'
import { createOAuthApps, ownApps } from '../../../plugin/index.js'
import { openDatabase } from '../../../plugin/store/open-database.js'
import { migrations } from '../../../plugin/store/migrations/migrations.js'
import { sqlite } from '../../../plugin/store/dialects/sqlite.js'
import { mysql } from '../../../plugin/store/dialects/mysql.js'
import { databaseKinds, type DatabaseKind, type TestDatabase } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const script = new URL('../../support/migrating-process.ts', import.meta.url).pathname

const silent = (): undefined => undefined
const logger = { info: silent, warn: silent, error: silent }

interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly output: string
}

/** A process that migrates when it is told to and, where a number is given, is killed before that statement. */
class MigratingProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly ending: Promise<Ending>

  private constructor({ config }: TestDatabase, killBefore: number) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config), String(killBefore)])
    const output = Promise.all([text(this.#child.stdout), text(this.#child.stderr)])
    this.ending = once(this.#child, 'close').then(async ([code, signal]) => {
      return { code, signal, output: (await output).join('') }
    })
  }

  /** Starts so many processes, and lets them go together when the last one is ready. */
  static async together(count: number, database: TestDatabase, killBefore = Infinity): Promise<Ending[]> {
    const processes = Array.from({ length: count }, () => new MigratingProcess(database, killBefore))
    await Promise.all(processes.map((started) => Promise.race([once(started.#child.stdout, 'data'), started.ending])))
    for (const ready of processes) ready.#child.stdin.end()
    return Promise.all(processes.map(({ ending }) => ending))
  }
}

async function assertUsable(database: TestDatabase): Promise<void> {
  const test = await TestRegistry.on(database)
  try {
    const { app, client_secret = '' } = await test.create(person('ada'), { allowed_origins: ['https://a.example'] })
    assert.ok(await test.registry.verifySecret(app.client_id, client_secret))
    assert.deepEqual(await test.names(person('ada'), { q: 'app' }), ['An app'])
    const applied = await test.knex<{ id: number }>('oauth_app_kit_migrations').select('id')
    assert.deepEqual(
      applied.map(({ id }) => id),
      migrations.map(({ id }) => id),
    )
  } finally {
    await test.disconnect()
  }
}

/** MySQL keeps every migration that was finished before the process was killed; the others begin anew. */
async function statementsLeft(kind: DatabaseKind, { config }: TestDatabase): Promise<number> {
  const dialect = kind.name === 'MariaDB' ? mysql('MariaDB') : sqlite
  const knex: Knex = makeKnex({ ...config, useNullAsDefault: true })
  try {
    const begun = await knex.schema.hasTable('oauth_app_kit_migrations')
    const done: { id: number }[] = begun ? await knex('oauth_app_kit_migrations').select('id') : []
    const left = migrations.filter(({ id }) => !done.some((one) => one.id === id))
    return left.flatMap((each) => each.statements(dialect, (name) => name)).length
  } finally {
    await knex.destroy()
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
      const endings = await MigratingProcess.together(6, database)
      for (const { code, output } of endings) assert.equal(code, 0, output)
      assert.equal(endings.filter(({ output }) => output.includes('database.migrated')).length, 1)
      await assertUsable(database)
    })

    it('survive being killed between any two statements', async () => {
      const cut = await kind.create()
      try {
        for (const share of [0, 1 / 3, 2 / 3, 1]) {
          const left = await statementsLeft(kind, cut)
          const [ending] = await MigratingProcess.together(1, cut, Math.max(1, Math.ceil(share * left)))
          assert.equal(ending?.signal, 'SIGKILL', ending?.output)
        }
        const endings = await MigratingProcess.together(2, cut)
        for (const { code, output } of endings) assert.equal(code, 0, output)
        await assertUsable(cut)
      } finally {
        await cut.drop()
      }
    })

    it('keep portals with prefixes of their own apart in one database', async () => {
      const shared = await kind.create()
      const portals = ['first_', 'second_'].map((tablePrefix) =>
        createOAuthApps({ knex: shared.config, tablePrefix, authenticate: () => null, policy: ownApps(), logger }),
      )
      try {
        for (const { migrate } of portals) await migrate()
        const [first, second] = portals
        const anna = person('anna')
        await first?.registry.createApp(anna, { members: { client_name: 'First' }, faults: [] })
        const names = async (portal = second): Promise<string[] | undefined> =>
          (await portal?.registry.listApps(anna, { members: {}, faults: [] }))?.items.map((app) => app.client_name)
        assert.deepEqual([await names(first), await names(second)], [['First'], []])
      } finally {
        for (const { close } of portals) await close()
        await shared.drop()
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
