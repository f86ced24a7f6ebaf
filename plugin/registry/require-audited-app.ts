import type { Principal } from '../principal.js'
import { authorizeApp } from './authorize-app.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * Makes sure that the principal may see the app, or could if it did not rest: why it is gone is among its lines.
 *
 * @throws ProblemError `not_found`.
 */
export async function requireAuditedApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
): Promise<void> {
  const visibility = visibilityFilter(context.policy, principal)
  const found = await context.store.findApp(clientId, visibility)
  authorizeApp(context, principal, found ?? (await context.store.findRestingApp(clientId, visibility)))
}
