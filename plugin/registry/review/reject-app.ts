import type { FieldFault } from '../../contract/faults.js'
import { reasonMax } from '../../contract/review-values.js'
import { isApproved } from '../../contract/review-values.js'
import { checkText, normalizeText } from '../../contract/text.js'
import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { AppRecord } from '../app-record.js'
import { changeApp } from '../change-app.js'
import { describeChanges } from '../describe-changes.js'
import { getApp } from '../get-app.js'
import type { RegistryContext } from '../registry-context.js'
import type { Registry } from '../registry.js'
import { nothingToReview } from './nothing-to-review.js'

/**
 * Rejects what waits, for a reason that the developer is told: a new app goes on working for its owner alone, an approved one
 * stays as it is. What was proposed is kept, so that it can be mended and submitted again.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, `stale` or `nothing_to_review`.
 */
export async function rejectApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Parameters<Registry['rejectApp']>[2],
  version?: number,
): Promise<AppRecord> {
  await getApp(context, principal, clientId, 'review')
  const reason = readReason(submission)
  const event = 'app.rejected'
  const describe = (before: AppRecord, after: AppRecord) => {
    if (before === after) return []
    const changes = { ...describeChanges(before, after), reason: { before: null, after: reason } }
    return [{ action: event, changes } as const]
  }
  const request = { principal, clientId, action: 'review', event, version, describe } as const
  return changeApp(context, request, (before, _transaction, now) => {
    const { review } = before
    if (review?.status === 'rejected' && review.reason === reason) return before
    if (review?.status !== 'pending') throw nothingToReview()
    return {
      ...before,
      status: isApproved(before) ? before.status : 'rejected',
      review: { ...review, status: 'rejected', decided_at: now, reason },
    }
  })
}

function readReason({ members, faults }: Parameters<Registry['rejectApp']>[2]): string {
  const { reason } = members
  const unsound = reason === undefined ? [] : checkText('description', reason, { min: 1, max: reasonMax })
  const errors: FieldFault[] = [...faults, ...unsound.map((fault) => ({ pointer: '/reason', ...fault }))]
  if (reason === undefined || errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return normalizeText(reason)
}
