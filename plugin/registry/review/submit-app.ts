import { isApproved } from '../../contract/review-values.js'
import type { Principal } from '../../principal.js'
import type { AppRecord } from '../app-record.js'
import { changeApp } from '../change-app.js'
import { describeChanges } from '../describe-changes.js'
import { getApp } from '../get-app.js'
import type { RegistryContext } from '../registry-context.js'
import { needsNobody, submitted, waiting } from './first-status.js'
import { proposedApp, withoutReview } from './proposed-app.js'

/**
 * Asks for the approval of a draft, of an app that was rejected, or of changes that were. What waits already, and what is
 * approved as it is, stays so.
 *
 * @throws ProblemError `not_found`, `forbidden` or `stale`.
 */
export async function submitApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<AppRecord> {
  await getApp(context, principal, clientId, 'edit')
  const event = 'app.submitted'
  const describe = (before: AppRecord, after: AppRecord) =>
    before === after ? [] : [{ action: event, changes: describeChanges(before, proposedApp(after)) } as const]
  const request = { principal, clientId, action: 'edit', event, version, describe } as const
  return changeApp(context, request, (before, _transaction, now) => {
    if (before.review?.status === 'pending') return before
    const by = { id: principal.id, name: principal.name }
    if (!isApproved(before)) return { ...withoutReview(before), ...submitted(context, before, { by, at: now }) }
    const proposal = before.review?.proposal
    if (!proposal) return before
    const proposed = proposedApp(before)
    if (needsNobody(context, proposed.scopes)) return withoutReview(proposed)
    return { ...before, review: { ...waiting(by, now), proposal } }
  })
}
