import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import { askForCount } from './ask-tokens.js'
import type { RegistryContext } from './registry-context.js'
import { refuseUnknownGrant } from './require-grant.js'

/**
 * Ends what the caller allowed one app. No audit log tells of it: that is about what is done to an app by those who run
 * it, and whom somebody trusts is their own affair. The log of the host, which is for those who run that, does.
 *
 * @throws ProblemError `not_found`, also for what somebody else allowed, or `unavailable` where it is not certain that
 *   it has ended.
 */
export async function revokeGrant(context: RegistryContext, principal: Principal, grantId: string): Promise<Effect> {
  const effect = await askForCount(context, 'revoke', { userId: principal.id, grantId })
  if (effect.grants === 0) refuseUnknownGrant()
  context.logger.info({ grant_id: grantId, user_id: principal.id, ...effect }, 'grant.revoked')
  return effect
}

/**
 * Ends all that the caller allowed any app; nothing, where there was nothing.
 *
 * @throws ProblemError `unavailable`.
 */
export async function revokeGrants(context: RegistryContext, principal: Principal): Promise<Effect> {
  const effect = await askForCount(context, 'revoke', { userId: principal.id })
  context.logger.info({ user_id: principal.id, ...effect }, 'grants.revoked')
  return effect
}
