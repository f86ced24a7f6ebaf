import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { openKnex } from '../../../plugin/store/open-knex.js'
import { AuthorizationHost, basic, developer, type Registered } from '../../support/authorization-host.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Of each kind, far more than there are minutes. */
const requests = 40

for (const kind of databaseKinds) {
  describe(`${kind.name}: when an app and its secret were last used`, () => {
    let database: TestDatabase
    let knex: ReturnType<typeof openKnex>
    let host: AuthorizationHost
    let app: Registered
    /** Tables, in the order in which rows of them were changed. */
    const written: string[] = []
    before(async () => {
      database = await kind.create()
      knex = openKnex(database.config, silent)
      knex.on('query', ({ sql }: { readonly sql: string }) => {
        const [, table] =
          /^\s*(?:insert into|update|delete from|replace into)\s+[`"]?oauth_app_kit_(\w+)/i.exec(sql) ?? []
        if (table !== undefined) written.push(table)
      })
      host = await AuthorizationHost.on(database, { apps: { knex } })
    })
    after(async () => {
      await host.close()
      await knex.destroy()
      await database.drop()
    })
    beforeEach(async () => {
      app = await host.register()
      written.length = 0
    })

    async function token(): Promise<string> {
      const answer = await host.token({ grant_type: 'client_credentials', scope: 'files:read' }, basic(app))
      return ((await answer.json()) as { access_token: string }).access_token
    }

    async function lastUsed() {
      const { last_used_at, secrets } = await host.apps.registry.getApp(developer, app.client_id)
      return [last_used_at, secrets[0]?.last_used_at]
    }

    const stamps = () => written.filter((table) => table !== 'artifacts').sort()

    it('is written down once, however many tokens the app asks for', async () => {
      await token()
      assert.deepEqual(stamps(), ['apps', 'secrets'])
      const [used] = await lastUsed()
      for (let request = 0; request < requests / 2; request++) await token()
      await Promise.all(Array.from({ length: requests / 2 }, token))
      assert.deepEqual(stamps(), ['apps', 'secrets'])
      // What is left is what was issued.
      assert.equal(written.filter((table) => table === 'artifacts').length, 1 + requests)
      assert.deepEqual(await lastUsed(), [used, used])
    })

    it('is written down once, however often the app uses the API', async () => {
      const value = await token()
      await host.api(value)
      written.length = 0
      await Promise.all(Array.from({ length: requests }, () => host.api(value)))
      for (let request = 0; request < requests; request++) assert.equal((await host.api(value)).status, 200)
      assert.deepEqual(written, [])
    })

    it('is written down again when a minute has passed', async (test) => {
      const value = await token()
      await host.api(value)
      const [before] = await lastUsed()
      written.length = 0
      test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 })
      await token()
      assert.deepEqual(stamps(), ['apps', 'secrets'])
      const [later = null, ofSecret] = await lastUsed()
      assert.ok((later ?? 0) >= (before ?? 0) + 60_000)
      assert.equal(ofSecret, later)
    })
  })
}
