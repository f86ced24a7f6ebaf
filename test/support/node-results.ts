import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import type { TestResult } from './test-report.js'

/** What `node:test` says of each test, from the stream of its events. */
export async function nodeResults(events: AsyncIterable<TestEvent>): Promise<TestResult[]> {
  const results: TestResult[] = []
  const open: { name: string; resultsBefore: number }[] = []
  for await (const { type, data } of events) {
    if (type === 'test:start') {
      open.splice(data.nesting, Infinity, { name: data.name, resultsBefore: results.length })
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const { nesting, name, file, details, skip, todo } = data
    const path = [...open.slice(0, nesting).map((suite) => suite.name), name].join(' > ')
    const isSuite = details.type === 'suite'
    const isFile = nesting === 0 && name === file
    const isEmptySuite = isSuite && open[nesting]?.resultsBefore === results.length

    if (skip !== undefined || todo !== undefined) {
      results.push({ name: path, outcome: 'skipped' })
    } else if (isFile || isEmptySuite) {
      results.push({ name: `${relative(process.cwd(), path)} has tests, and runs to its end`, outcome: 'failed' })
    } else if (!isSuite) {
      results.push({ name: path, outcome: type === 'test:pass' ? 'passed' : 'failed' })
    } else if ('error' in details && !onlySubtestsFailed(details.error)) {
      results.push({ name: path, outcome: 'failed' })
    }
  }
  return results
}

/** Those are counted one by one; a hook, or the suite itself, that threw is not. */
function onlySubtestsFailed(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}
