import type { AppRules } from '../contract/app-rules.js'
import type { FieldFault } from '../contract/faults.js'
import { checkText, normalizeText } from '../contract/text.js'
import { ProblemError } from '../problem-error.js'
import type { Timestamp } from './app-record.js'
import { readTime } from './read-time.js'
import type { Registry } from './registry.js'

type SecretSubmission = Parameters<Registry['addSecret']>[2]

/** What somebody wants a further secret to be. */
export interface SecretRequest {
  readonly name: string
  readonly expires_at: Timestamp | null
  /** Seconds until the other secrets end; `undefined` leaves them. */
  readonly expireOthersIn: number | undefined
}

/** Seconds. A year is longer than any rotation takes. */
const overlapMax = 366 * 24 * 60 * 60

/** @throws ProblemError `invalid_input`. */
export function readSecretRequest(submission: SecretSubmission, rules: AppRules, now: Timestamp): SecretRequest {
  const { name = '', expires_at = null, expire_others_in } = submission.members
  const errors: FieldFault[] = [
    ...submission.faults,
    ...checkText('secret_name', name, { max: rules.limits.secret_name_max }).map((fault) => ({
      pointer: '/name',
      ...fault,
    })),
  ]
  const expires = expires_at === null ? null : readTime(expires_at)
  if (expires === undefined) errors.push({ pointer: '/expires_at', code: 'time_malformed' })
  else if (expires !== null && expires <= now) errors.push({ pointer: '/expires_at', code: 'time_past' })
  if (expire_others_in !== undefined && (expire_others_in < 0 || expire_others_in > overlapMax)) {
    errors.push({ pointer: '/expire_others_in', code: 'out_of_range', min: 0, max: overlapMax })
  }
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return { name: normalizeText(name), expires_at: expires ?? null, expireOthersIn: expire_others_in }
}
