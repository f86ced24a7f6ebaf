import type { Timestamp } from '../app-record.js'
import type { AttemptOutcome, WebhookRecord } from './webhook-record.js'

/** Milliseconds of nothing but failures after which an endpoint is given up. */
export const patienceWithEndpoint = 3 * 24 * 60 * 60 * 1000

/** By which a receiver says that it wants no more (RFC 9110 §15.5.11, Standard Webhooks). */
const gone = 410

/** What an endpoint becomes by an attempt: failing, well again, or disabled. */
export function afterAttempt(
  before: WebhookRecord,
  { error, response_status: status }: AttemptOutcome,
  now: Timestamp,
): WebhookRecord {
  if (error === null) return { ...before, failing_since: null }
  const failing: WebhookRecord = { ...before, failing_since: before.failing_since ?? now }
  if (before.status === 'disabled') return failing
  if (status === gone) return { ...failing, status: 'disabled', status_reason: 'gone' }
  // That the host lost its key is no fault of the endpoint.
  if (error === 'key' || now - (failing.failing_since ?? now) < patienceWithEndpoint) return failing
  return { ...failing, status: 'disabled', status_reason: 'failing' }
}
