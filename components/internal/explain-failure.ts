import type { Strings } from '../locales/en.js'
import { ApiError } from './api-client.js'

/** What to tell a person when a call failed; anything but an answer of the server is a defect, and said as such. */
export function explainFailure(error: unknown, strings: Strings): string {
  const code = error instanceof ApiError ? error.code : 'internal'
  // A newer server may know a code that this page does not.
  return code in strings.problems ? strings.problems[code] : strings.problems.internal
}
