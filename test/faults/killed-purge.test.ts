import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { databaseKinds, type TestDatabase } from '../support/databases.js'
import { exampleIcons } from '../support/example-app.js'
import { person, TestRegistry } from '../support/open-registry.js'

const script = new URL('../support/purging-process.ts', import.meta.url).pathname
const ada = person('ada')
const perMoment = 3

/** Where `purging-process.ts` can be killed, in the order in which it comes by. */
const moments = ['revoking', 'revoked', 'locked', 'deleted', 'committed'] as const

/** All that an app leaves in the database, but for its events. */
const tables = ['apps', 'secrets', 'origins', 'words'] as const

for (const kind of databaseKinds) {
  describe(`${kind.name}: a process that is killed while it purges`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
    const revocations = join(folder, 'revoked')
    let database: TestDatabase
    /** Years ago, so that the days of what it deletes are over. */
    let past: TestRegistry
    const deleted: string[] = []
    before(async () => {
      database = await kind.create()
      past = await TestRegistry.on(database, { restoreDays: 30 })
      past.now = Date.UTC(2020, 0, 31)
      appendFileSync(revocations, '')
    })
    after(async () => {
      await past.disconnect()
      await database.drop()
      rmSync(folder, { recursive: true })
    })

    const deleteSeveral = async (): Promise<void> => {
      for (let count = 0; count < perMoment; count++) {
        const icon = await (count === 0 ? exampleIcons.png() : exampleIcons.jpg())
        const { app } = await past.create(ada, { allowed_origins: [`https://${count}.example`] }, icon)
        await past.registry.deleteApp(ada, app.client_id)
        past.now += 1
        deleted.push(app.client_id)
      }
    }
    const purge = async (moment?: string) => {
      const child = spawn(process.execPath, [
        ...['--import', 'tsx', script, JSON.stringify(database.config), revocations],
        ...(moment === undefined ? [] : [moment]),
      ])
      const output = Promise.all([text(child.stdout), text(child.stderr)])
      const [code, signal] = await once(child, 'close')
      return { code, signal, output: (await output).join('') }
    }
    const rowsOf = async (table: string, clientId: string): Promise<number> =>
      (await past.knex(`oauth_app_kit_${table}`).where('client_id', clientId)).length

    const assertWholeOrGone = async (): Promise<void> => {
      const revoked = readFileSync(revocations, 'utf8').split('\n')
      for (const clientId of deleted) {
        const rows = await Promise.all(tables.map((table) => rowsOf(table, clientId)))
        const left = rows.filter((count) => count > 0).length
        assert.ok(left === 0 || left === tables.length, `of ${clientId} there are ${rows.join(', ')}`)
        if (left === 0) assert.ok(revoked.includes(clientId), `${clientId} is gone, and its tokens are not`)
        assert.ok((await rowsOf('events', clientId)) > 0)
      }
    }

    for (const moment of moments) {
      it(`leaves every app whole or gone, and none gone whose tokens are there: at "${moment}"`, async () => {
        await deleteSeveral()
        const { signal, output } = await purge(moment)
        assert.equal(signal, 'SIGKILL', output)
        await assertWholeOrGone()
        assert.ok((await past.count('apps')) > 0, 'it was killed in the middle')
      })
    }

    it('is finished by the next one', async () => {
      const { code, output } = await purge()
      assert.equal(code, 0, output)
      await assertWholeOrGone()
      for (const table of [...tables, 'icons', 'icon_images']) assert.equal(await past.count(table), 0, table)
    })
  })
}
