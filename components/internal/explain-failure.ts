import type { PageStrings } from '../locales/en.js'
import { ApiError } from './api-client.js'

/** What to tell a person when a call failed; anything but an answer of the server is a defect, and said as such. */
export function explainFailure(error: unknown, strings: PageStrings): string {
  const { code, retryAfter } = error instanceof ApiError ? error : { code: 'internal' as const, retryAfter: undefined }
  if (code === 'rate_limited' && retryAfter !== undefined) return strings.common.tooManyRequests(retryAfter)
  // A newer server may know a code that this page does not.
  return code in strings.problems ? strings.problems[code] : strings.problems.internal
}
