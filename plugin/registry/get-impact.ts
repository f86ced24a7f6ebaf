import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import { countTokens } from './ask-tokens.js'
import { getApp } from './get-app.js'
import type { RegistryContext } from './registry-context.js'

/**
 * Whom an action on an app would reach, for everybody who can see it.
 *
 * @throws ProblemError `not_found`, or `unavailable` where there is somebody to ask who does not say.
 */
export async function getImpact(context: RegistryContext, principal: Principal, clientId: string): Promise<Effect> {
  await getApp(context, principal, clientId)
  return countTokens(context, clientId)
}
