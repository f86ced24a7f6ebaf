import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { databaseKinds, type TestDatabase } from '../support/databases.js'
import { TestRegistry } from '../support/open-registry.js'

const script = new URL('../support/mailing-process.ts', import.meta.url).pathname

/** Where `mailing-process.ts` can be killed, in the order in which it comes by. */
const moments = [
  'event written',
  'line written',
  'delivery written',
  'committed',
  'claiming',
  'sending',
  'sent',
  'settling',
  'settled',
] as const

for (const kind of databaseKinds) {
  describe(`${kind.name}: a process that is killed while it tells what happened`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
    const sent = join(folder, 'sent')
    const acknowledged: string[] = []
    let database: TestDatabase
    let test: TestRegistry
    before(async () => {
      database = await kind.create()
      test = await TestRegistry.on(database)
      appendFileSync(sent, '')
    })
    after(async () => {
      await test.disconnect()
      await database.drop()
      rmSync(folder, { recursive: true })
    })

    const run = async (moment?: string) => {
      const child = spawn(process.execPath, [
        ...['--import', 'tsx', script, JSON.stringify(database.config), sent],
        ...(moment === undefined ? [] : [moment]),
      ])
      const output = Promise.all([text(child.stdout), text(child.stderr)])
      const [code, signal] = await once(child, 'close')
      const [created, errors] = await output
      acknowledged.push(...created.split('\n').filter(Boolean))
      return { code, signal, errors }
    }
    const registered = (): Promise<string[]> => test.knex('oauth_app_kit_apps').pluck<string[]>('client_id')
    const mails = (): { id: string; clientId: string }[] =>
      readFileSync(sent, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' '))
        .map(([id = '', clientId = '']) => ({ id, clientId }))
    /** As if it had been dead for a minute. */
    const endLeases = () =>
      test.knex('oauth_app_kit_outbox_deliveries').whereNotNull('claim').update({ due_at: Date.now() })

    for (const moment of moments) {
      it(`has written down what there is to tell, or changed nothing: at "${moment}"`, async () => {
        const { signal, errors } = await run(moment)
        assert.equal(signal, 'SIGKILL', errors)
        const lines = await test.knex('oauth_app_kit_outbox_lines').pluck<string[]>('client_id')
        assert.deepEqual(lines.sort(), (await registered()).sort())
        for (const clientId of acknowledged) assert.ok(lines.includes(clientId), `${clientId} is lost`)
      })
    }

    it('leaves to the next one what it did not tell: none is lost, and a repeat has the same Message-ID', async () => {
      assert.ok(mails().length < (await registered()).length, 'it was killed in the middle')
      await endLeases()
      const { code, errors } = await run()
      assert.equal(code, 0, errors)
      const told = mails()
      const clientIds = await registered()
      assert.deepEqual([...new Set(told.map(({ clientId }) => clientId))].sort(), clientIds.sort())
      assert.equal(new Set(told.map(({ id }) => id)).size, clientIds.length)
      const left = await test.knex('oauth_app_kit_outbox_deliveries').whereNull('settled_at')
      assert.deepEqual(left, [])
    })
  })
}
