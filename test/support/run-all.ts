import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { checks, stages, type Suite } from './steps.js'
import { forgetReport, readReport } from './test-report.js'
import { databaseLines, type SuiteOutcome, totals } from './totals.js'

/**
 * Runs every check and every suite, whatever the ones before it said, and adds up what their runners report. `--heavy` runs
 * the heavy suites too. Where `CI` is set, a skipped test and an untested database are failures.
 */
const heavy = process.argv.includes('--heavy')
const strict = Boolean(process.env['CI'])
/** Milliseconds after which a step is taken for one that hangs. */
const longest = 600_000

const failedChecks: string[] = []
await Promise.all(
  checks.map(async ({ name }) => {
    const { code, output } = await run(name, { together: true })
    console.log(`\n== ${name}: ${code === 0 ? 'ok' : 'FAILED'}\n${output}`)
    if (code !== 0) failedChecks.push(name)
  }),
)

const outcomes: SuiteOutcome[] = []
for (const stage of stages) {
  const due = stage.filter((suite) => heavy || !suite.heavy)
  if (due.length > 0) console.log(`\n== ${due.map(({ name }) => name).join(', ')}`)
  outcomes.push(...(await Promise.all(due.map((suite) => runSuite(suite, { together: due.length > 1 })))))
}

const { lines, passed, failed, skipped, ok } = totals(failedChecks, outcomes, strict)
console.log(`\n${[...lines, ...databaseLines(outcomes)].join('\n')}`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = ok ? 0 : 1

async function runSuite({ name }: Suite, { together }: { together: boolean }): Promise<SuiteOutcome> {
  forgetReport(name)
  const { code, output } = await run(`test:${name}`, { together })
  if (together) console.log(`\n== ${name}: ${code === 0 ? 'ok' : 'FAILED'}\n${output}`)
  return { name, exitCode: code, results: readReport(name) }
}

/** Steps that run together are heard when they have ended, or nobody could read them. */
async function run(script: string, { together }: { together: boolean }): Promise<{ code: number; output: string }> {
  const stream = together ? 'pipe' : 'inherit'
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', stream, stream], timeout: longest })
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
  const heard = [child.stdout, child.stderr].map(async (source) => (source ? text(source) : ''))
  return { code: await ended, output: (await Promise.all(heard)).join('') }
}
