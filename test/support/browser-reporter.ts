import { relative } from 'node:path'
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner'
import { type TestResult, writeReport } from './test-report.js'

/** Leaves what Web Test Runner says of each test where the totals are added up. */
export function browserReporter(): Reporter {
  return {
    stop: ({ sessions }) => writeReport('components', [...sessions].flatMap(resultsOf)),
  }
}

function resultsOf(session: TestSession): TestResult[] {
  const file = relative(process.cwd(), session.testFile)
  const results = session.testResults ? testsOf(session.testResults, []) : []
  const failed = results.some(({ outcome }) => outcome === 'failed')
  if (results.length === 0 || session.errors.length > 0 || (!session.passed && !failed)) {
    return [...results, { name: `${file} runs to its end`, outcome: 'failed' }]
  }
  return results
}

function testsOf(suite: TestSuiteResult, above: readonly string[]): TestResult[] {
  const path = suite.name ? [...above, suite.name] : above
  return [
    ...suite.tests.map(({ name, passed, skipped }): TestResult => {
      return { name: [...path, name].join(' > '), outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed' }
    }),
    ...suite.suites.flatMap((inner) => testsOf(inner, path)),
  ]
}
