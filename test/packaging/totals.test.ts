import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { databaseLines, totals, type SuiteOutcome } from '../support/totals.js'
import type { TestResult } from '../support/test-report.js'

const passed: TestResult = { name: 'SQLite: apps > are listed', outcome: 'passed' }
const failed: TestResult = { name: 'PostgreSQL: apps > are listed', outcome: 'failed' }
const skipped: TestResult = { name: 'MariaDB: apps > are listed', outcome: 'skipped' }

function suite(results: readonly TestResult[] | undefined, exitCode = 0): SuiteOutcome {
  return { name: 'plugin', exitCode, results }
}

function count(failedChecks: readonly string[], suites: readonly SuiteOutcome[], strict = false) {
  const { passed, failed, skipped, ok } = totals(failedChecks, suites, strict)
  return { passed, failed, skipped, ok }
}

describe('The totals', () => {
  it('are what the runners reported, added up', () => {
    const sum = count([], [suite([passed, failed], 1), suite([passed, skipped])])
    assert.deepEqual(sum, { passed: 2, failed: 1, skipped: 1, ok: false })
  })

  it('are good when something passed and nothing failed', () => {
    assert.deepEqual(count([], [suite([passed])]), { passed: 1, failed: 0, skipped: 0, ok: true })
  })

  it('count a failed check', () => {
    assert.deepEqual(count(['lint'], [suite([passed])]), { passed: 1, failed: 1, skipped: 0, ok: false })
  })

  it('count a suite that left no report, one without a test, and one that ended badly though all tests passed', () => {
    const suites = [suite(undefined), suite([]), suite([passed], 7)]
    assert.deepEqual(count([], suites), { passed: 1, failed: 3, skipped: 0, ok: false })
  })

  it('count a failed test once, not again for the exit code it causes', () => {
    assert.equal(count([], [suite([failed], 1)]).failed, 1)
  })

  it('are bad in continuous integration when a test was skipped or a database was not tested', () => {
    const everywhere = ['SQLite', 'PostgreSQL', 'MariaDB'].map((database): TestResult => ({
      name: `${database}: apps > are listed`,
      outcome: 'passed',
    }))
    assert.equal(count([], [suite(everywhere)], true).ok, true)
    assert.equal(count([], [suite([...everywhere, skipped])], true).ok, false)
    assert.equal(count([], [suite([passed])], true).failed, 2)
  })

  it('name each test that failed or was skipped', () => {
    assert.deepEqual(totals([], [suite([passed, failed]), suite([skipped])], false).lines, [
      'plugin: 1 passed, 1 failed, 0 skipped',
      'plugin: 0 passed, 0 failed, 1 skipped',
      'failed: PostgreSQL: apps > are listed',
      'skipped: MariaDB: apps > are listed',
    ])
  })

  it('name each database, and what says where an untested one is', () => {
    assert.deepEqual(databaseLines([suite([passed, passed, failed])]), [
      'SQLite: 2 passed, 0 failed, 0 skipped',
      'PostgreSQL: 0 passed, 1 failed, 0 skipped',
      'MariaDB: not tested (TEST_MYSQL_URL says where it is)',
    ])
  })
})

describe('A file whose process does not end', () => {
  it('is ended, and named among what failed, beside what failed in it', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
    const open = join(folder, 'open.mjs')
    const sound = join(folder, 'sound.mjs')
    const leaving = "before(() => createServer().listen(0)); it('fails', () => assert.fail())"
    const imports = "import assert from 'node:assert'; import { createServer } from 'node:http'"
    writeFileSync(open, `${imports}; import { before, it } from 'node:test'; ${leaving}`)
    writeFileSync(sound, "import { it } from 'node:test'; it('passes', () => undefined)")
    const runner = JSON.stringify(join(import.meta.dirname, '../support/run-files.ts'))
    const script = join(folder, 'script.mjs')
    const lines = `import { runFiles } from ${runner}
      process.execArgv.splice(0)
      const results = await runFiles(${JSON.stringify([open, sound])}, { concurrency: 2, longest: 8000 })
      console.error(JSON.stringify(results))`
    writeFileSync(script, lines)
    // Within a test, Node runs no others unless it is told that it is not in one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env })
    child.stdout.resume()
    const results = JSON.parse(await text(child.stderr)) as TestResult[]
    rmSync(folder, { recursive: true })
    assert.deepEqual(
      results.map(({ name, outcome }) => [name.split('/').at(-1), outcome]),
      [
        ['fails', 'failed'],
        ['open.mjs has tests, and runs to its end', 'failed'],
        ['passes', 'passed'],
      ],
    )
  })
})
