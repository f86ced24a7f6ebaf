import { run } from 'node:test'
import { spec, type TestEvent } from 'node:test/reporters'
import { nodeResults } from './node-results.js'
import type { TestResult } from './test-report.js'

export interface RunFilesOptions {
  /** Files that run at a time. */
  readonly concurrency: number
  /**
   * Milliseconds after which a file is ended and named as one that does not come to its end: a test that fails may leave a
   * server open, which keeps its process alive. Several times what the slowest file takes on a busy machine.
   */
  readonly longest?: number
}

/** Runs compiled test files, each in a process of its own, and tells of each test as it ends. */
export async function runFiles(
  files: readonly string[],
  { concurrency, longest = 240_000 }: RunFilesOptions,
): Promise<TestResult[]> {
  const events = run({ files: [...files], concurrency, timeout: longest })
  events.compose<NodeJS.ReadableStream>(new spec()).pipe(process.stdout)
  return nodeResults(events as AsyncIterable<TestEvent>)
}
