import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compileTests } from './compile-tests.js'
import { runFiles } from './run-files.js'
import { writeReport } from './test-report.js'

/**
 * Runs every test file of the folders under test/ that the arguments name; the first one names the report. With `--alone`
 * one file runs at a time, for tests that measure time or need a machine to themselves.
 */
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const [suite] = folders
if (suite === undefined) throw new Error('Name the folders under test/ whose tests are to run.')

const files = folders.flatMap((folder) => testFiles(join(import.meta.dirname, '..', folder)))
// The compiled tests need no loader, only the lines of their sources.
process.execArgv.splice(0, Infinity, '--enable-source-maps')
const concurrency = process.argv.includes('--alone') ? 1 : 2
const results = await runFiles(await compileTests(suite, files), { concurrency })
writeReport(suite, results)
process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}
