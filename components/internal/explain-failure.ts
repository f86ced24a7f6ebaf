import type { PageStrings } from '../locales/en.js'
import { ApiError, type ApiFailure } from './api-client.js'

/** What only the element of webhooks meets, and says itself. */
type Elsewhere = 'webhook_limit'

/** What to tell a person when a call failed; anything but an answer of the server is a defect, and said as such. */
export function explainFailure(error: unknown, strings: PageStrings): string {
  const { code, retryAfter } = error instanceof ApiError ? error : { code: 'internal' as const, retryAfter: undefined }
  if (code === 'rate_limited' && retryAfter !== undefined) return strings.common.tooManyRequests(retryAfter)
  // A newer server may know a code that this page does not.
  const said: Readonly<Record<Exclude<ApiFailure, Elsewhere>, string>> & { readonly [Code in Elsewhere]?: string } =
    strings.problems
  return said[code] ?? said.internal
}
