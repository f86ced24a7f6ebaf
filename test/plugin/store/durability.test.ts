import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { compileFlushCounter } from '../../support/flush-counter.js'
import { sqliteKind } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

describe('SQLite: what is acknowledged', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('has been flushed to the disk, commit by commit', () => {
    const library = compileFlushCounter(folder)
    const script = new URL('../../support/flushing-process.ts', import.meta.url).pathname
    const output = execFileSync(process.execPath, ['--import', 'tsx', script, join(folder, 'apps.sqlite'), '50'], {
      env: { ...process.env, LD_PRELOAD: library, FLUSH_LOG: join(folder, 'flushes') },
      encoding: 'utf8',
    })
    const flushes = JSON.parse(output) as number[]
    assert.equal(flushes.length, 50)
    for (const count of flushes)
      assert.ok(count >= 1, `a create was acknowledged without a flush: ${flushes.join(' ')}`)
  })

  it('is written with the settings that keep it', async () => {
    const test = await TestRegistry.open(sqliteKind)
    try {
      const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }
      for (const [pragma, value] of Object.entries(settings)) {
        assert.deepEqual(await test.knex.raw(`PRAGMA ${pragma}`), [{ [pragma]: value }])
      }
      assert.deepEqual(await test.knex.raw('PRAGMA busy_timeout'), [{ timeout: 2000 }])
    } finally {
      await test.close()
    }
  })

  it('holds of a secret its last four characters, and no more, in any form', async () => {
    const test = await TestRegistry.open(sqliteKind)
    try {
      const { app, client_secret = '' } = await test.create(person('ada'))
      const rotated = await test.registry.addSecret(person('ada'), app.client_id, { members: {}, faults: [] })
      await test.registry.verifySecret(app.client_id, client_secret)
      const { filename } = test.database.config.connection as { filename: string }
      const files = readdirSync(join(filename, '..'))
      assert.ok(files.includes('apps.sqlite-wal'), 'the log of what was just written is there to be searched')
      const bytes = Buffer.concat(files.map((file) => readFileSync(join(filename, '..', file))))
      for (const secret of [client_secret, rotated.client_secret ?? '']) {
        // Without its prefix, which any form could spell.
        const body = secret.slice(4)
        for (const form of formsOf(body.slice(0, 24))) assert.equal(bytes.includes(form), false)
        assert.equal(bytes.includes(body.slice(-5)), false)
        assert.ok(bytes.includes(body.slice(-4)))
      }
    } finally {
      await test.close()
    }
  })
})

/** A text as it is, and in base64 at each of the three offsets, without the ends that its neighbours change. */
function formsOf(text: string): string[] {
  const shifted = [0, 1, 2].map((offset) =>
    Buffer.from('\0'.repeat(offset) + text)
      .toString('base64')
      .slice(4, -4),
  )
  return [text, ...shifted, Buffer.from(text).toString('hex'), encodeURIComponent(text)]
}
