import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../.output')

export type Outcome = 'passed' | 'failed' | 'skipped'

/** What a runner itself says of one test. `name` has the names of its suites before it. */
export interface TestResult {
  readonly name: string
  readonly outcome: Outcome
}

/** Where a runner leaves what it says of the suite. */
export function reportFile(suite: string): string {
  return join(folder, `${suite}.report.json`)
}

/** So that a runner that dies is not taken for the one before it. */
export function forgetReport(suite: string): void {
  rmSync(reportFile(suite), { force: true })
}

export function writeReport(suite: string, results: readonly TestResult[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(reportFile(suite), JSON.stringify(results))
}

/** `undefined` when the runner left none. */
export function readReport(suite: string): readonly TestResult[] | undefined {
  try {
    return JSON.parse(readFileSync(reportFile(suite), 'utf8')) as readonly TestResult[]
  } catch {
    return undefined
  }
}
