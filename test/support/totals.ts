import { databases } from './steps.js'
import type { Outcome, TestResult } from './test-report.js'

/** How a suite ended, and what its runner reported. */
export interface SuiteOutcome {
  readonly name: string
  readonly exitCode: number
  readonly results: readonly TestResult[] | undefined
}

export interface Totals {
  readonly lines: readonly string[]
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly ok: boolean
}

/**
 * Adds up what the runners reported. What no report can say is a failure of its own: a check that failed, a suite without a
 * report, without a test, or that ended badly though every test passed.
 */
export function totals(failedChecks: readonly string[], suites: readonly SuiteOutcome[], strict: boolean): Totals {
  const results = suites.flatMap((suite) => suite.results ?? [])
  const faults = [
    ...failedChecks.map((name) => `${name} failed`),
    ...suites.flatMap(faultOf),
    ...(strict ? untestedDatabases(results) : []),
  ]
  const [passed, failed, skipped] = [
    count(results, 'passed'),
    count(results, 'failed') + faults.length,
    count(results, 'skipped'),
  ]
  return {
    lines: [...suites.map(({ name, results: of = [] }) => `${name}: ${summary(of)}`), ...faults, ...troubles(results)],
    passed,
    failed,
    skipped,
    ok: failed === 0 && passed > 0 && !(strict && skipped > 0),
  }
}

/** Which tests failed or were skipped: a runner may have said so thousands of lines ago, or not at all. */
function troubles(results: readonly TestResult[]): string[] {
  return results.filter(({ outcome }) => outcome !== 'passed').map(({ name, outcome }) => `${outcome}: ${name}`)
}

/** One line per database that was tested, or why it was not. */
export function databaseLines(suites: readonly SuiteOutcome[]): string[] {
  const results = suites.flatMap((suite) => suite.results ?? [])
  return databases.map((database) => {
    const of = resultsOf(database.name, results)
    if (of.length > 0) return `${database.name}: ${summary(of)}`
    return `${database.name}: not tested${'variable' in database ? ` (${database.variable} says where it is)` : ''}`
  })
}

function untestedDatabases(results: readonly TestResult[]): string[] {
  return databases
    .filter(({ name }) => count(resultsOf(name, results), 'passed') === 0)
    .map(({ name }) => `${name} was not tested`)
}

function faultOf({ name, exitCode, results }: SuiteOutcome): string[] {
  if (results === undefined) return [`${name} left no report`]
  if (results.length === 0) return [`${name} ran no test`]
  const saidSo = results.some(({ outcome }) => outcome === 'failed')
  return exitCode !== 0 && !saidSo ? [`${name} ended with exit code ${exitCode}`] : []
}

/** Suites that run against every database are named `<database>: …`. */
function resultsOf(database: string, results: readonly TestResult[]): TestResult[] {
  return results.filter(({ name }) => name.startsWith(`${database}: `))
}

function summary(results: readonly TestResult[]): string {
  return `${count(results, 'passed')} passed, ${count(results, 'failed')} failed, ${count(results, 'skipped')} skipped`
}

function count(results: readonly TestResult[], outcome: Outcome): number {
  return results.filter((result) => result.outcome === outcome).length
}
