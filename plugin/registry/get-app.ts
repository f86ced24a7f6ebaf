import type { AppAction } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import type { AppRecord } from './app-record.js'
import { authorizeApp } from './authorize-app.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * One app that the principal may see and, where an action is named, do that to. Asked before an app is locked, too: who may not
 * change it does not wait for those who do, which would tell that it is there.
 *
 * @throws ProblemError `not_found` or `forbidden`.
 */
export async function getApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  action?: AppAction,
): Promise<AppRecord> {
  const app = await context.store.findApp(clientId, visibilityFilter(context.policy, principal))
  return authorizeApp(context, principal, app, action)
}
