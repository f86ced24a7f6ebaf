import { ApiError, type ApiFailure } from '../internal/api-client.js'
import type { GrantStrings } from './grant-view.js'

type Failure = keyof GrantStrings['grants']['failures']

const failures: Partial<Record<ApiFailure, Failure>> = {
  network: 'network',
  not_signed_in: 'signedOut',
  not_found: 'gone',
  method_not_allowed: 'notOffered',
  rate_limited: 'tooMany',
  unavailable: 'unavailable',
}

/** Why something could not be done, to somebody who may never have heard of OAuth. */
export function explainGrantFailure(error: unknown, { grants }: GrantStrings): string {
  return grants.failures[(error instanceof ApiError ? failures[error.code] : undefined) ?? 'other']
}

/** Why nothing can be shown: of the page as a whole, "not found" means something else than of one grant. */
export function explainGrantsFailure(error: unknown, strings: GrantStrings): string {
  const { failures: words } = strings.grants
  const code = error instanceof ApiError ? error.code : undefined
  if (code === 'not_found') return words.notOffered
  return code === 'unavailable' ? words.away : explainGrantFailure(error, strings)
}
