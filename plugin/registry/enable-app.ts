import { isApproved } from '../contract/review-values.js'
import type { Principal } from '../principal.js'
import { countTokens, orUnknown } from './ask-tokens.js'
import { changeApp } from './change-app.js'
import { getApp } from './get-app.js'
import type { RegistryContext } from './registry-context.js'
import type { AppOutcome } from './registry.js'
import { withoutReview } from './review/proposed-app.js'
import { refuseUnapproved } from './review/refuse-unapproved.js'

/**
 * Honours a disabled app again; an active one stays as it is. Tells how many tokens work with it.
 *
 * @throws ProblemError `not_found`, `forbidden`, `stale` or, where apps are reviewed, `not_approved`.
 */
export async function enableApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<AppOutcome> {
  await getApp(context, principal, clientId, 'enable')
  const request = { principal, clientId, action: 'enable', event: 'app.enabled', version } as const
  const app = await changeApp(context, request, (before) => {
    refuseUnapproved(context, before)
    // Where nothing is reviewed any more, there is nobody left to approve it.
    return { ...(isApproved(before) ? before : withoutReview(before)), status: 'active' }
  })
  return { app, effect: await orUnknown(context, clientId, countTokens(context, clientId)) }
}
