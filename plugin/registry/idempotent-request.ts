import { createHash } from 'node:crypto'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord, Timestamp } from './app-record.js'
import type { RegistryContext } from './registry-context.js'
import type { AppSubmission } from './registry.js'
import { visibilityFilter } from './visibility-filter.js'

/** Milliseconds for which a key is remembered. */
export const idempotencyWindow = 24 * 60 * 60 * 1000

/** A request that its caller may make again without meaning another app. */
export interface IdempotentRequest {
  readonly principal_id: string
  /** SHA-256 of the key, in hex, as is the fingerprint of what was asked for. */
  readonly key_hash: string
  readonly fingerprint: string
}

/** The request that a key was first used for, and the app that it made. */
export interface KeptRequest extends IdempotentRequest {
  readonly client_id: string
  readonly created_at: Timestamp
}

export function idempotentRequest(principal: Principal, key: string, submission: AppSubmission): IdempotentRequest {
  const { members, faults, icon } = submission
  const asked = JSON.stringify([members, faults, icon ? sha256(icon) : null])
  return { principal_id: principal.id, key_hash: sha256(key), fingerprint: sha256(asked) }
}

/**
 * The app that the first of two requests with one key made, as it is now.
 *
 * @throws ProblemError `idempotency_mismatch` when they do not ask for the same, `not_found` when the app is gone.
 */
export async function appOfRepeat(
  { store, policy }: Pick<RegistryContext, 'store' | 'policy'>,
  principal: Principal,
  repeat: IdempotentRequest,
  first: KeptRequest,
): Promise<AppRecord> {
  if (first.fingerprint !== repeat.fingerprint) {
    throw new ProblemError('idempotency_mismatch', {
      detail: 'You used this Idempotency-Key for another app within the last 24 hours: use a new key for each app.',
    })
  }
  const app = await store.findApp(first.client_id, visibilityFilter(policy, principal))
  if (app) return app
  throw new ProblemError('not_found', {
    detail: 'The app that this Idempotency-Key made has been deleted since, or is no longer yours to see.',
  })
}

function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}
