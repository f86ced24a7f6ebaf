import { isApproved } from '../../contract/review-values.js'
import type { Principal } from '../../principal.js'
import type { AppRecord } from '../app-record.js'
import { changeApp } from '../change-app.js'
import { getApp } from '../get-app.js'
import type { RegistryContext } from '../registry-context.js'
import { nothingToReview } from './nothing-to-review.js'
import { proposedApp, withoutReview } from './proposed-app.js'

/**
 * Approves what waits: a new app works for everybody from then on, and an approved one is what was proposed. What is approved
 * already stays so.
 *
 * @param version what the reviewer looked at: nobody approves what they have not seen.
 * @throws ProblemError `not_found`, `forbidden`, `stale` or `nothing_to_review`.
 */
export async function approveApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<AppRecord> {
  await getApp(context, principal, clientId, 'review')
  const request = { principal, clientId, action: 'review', event: 'app.approved', version } as const
  return changeApp(context, request, (before) => {
    if (isApproved(before) && !before.review) return before
    if (before.review?.status !== 'pending') throw nothingToReview()
    const app = withoutReview(proposedApp(before))
    return isApproved(before) ? app : { ...app, status: 'active' }
  })
}
