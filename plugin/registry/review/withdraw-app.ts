import { isApproved } from '../../contract/review-values.js'
import type { Principal } from '../../principal.js'
import type { AppRecord } from '../app-record.js'
import { changeApp } from '../change-app.js'
import { describeChanges } from '../describe-changes.js'
import { getApp } from '../get-app.js'
import type { RegistryContext } from '../registry-context.js'
import { proposedApp, withoutReview } from './proposed-app.js'

/**
 * Makes an app that waits a draft again; of an approved one, gives up the changes that wait or were rejected. Where there is
 * nothing to take back, it stays as it is.
 *
 * @throws ProblemError `not_found`, `forbidden` or `stale`.
 */
export async function withdrawApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<AppRecord> {
  await getApp(context, principal, clientId, 'edit')
  const event = 'app.withdrawn'
  const describe = (before: AppRecord, after: AppRecord) =>
    before === after ? [] : [{ action: event, changes: describeChanges(proposedApp(before), after) } as const]
  const request = { principal, clientId, action: 'edit', event, version, describe } as const
  return changeApp(context, request, (before) => {
    if (before.status === 'pending') return { ...withoutReview(before), status: 'draft' }
    return isApproved(before) && before.review ? withoutReview(before) : before
  })
}
