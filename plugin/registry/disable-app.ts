import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import type { AppRecord } from './app-record.js'
import { changeApp } from './change-app.js'
import type { RegistryContext } from './registry-context.js'
import { unknownEffect } from './unknown-effect.js'

/**
 * Stops honouring an app until it is enabled again.
 *
 * @throws ProblemError `not_found` or `forbidden`.
 */
export async function disableApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
): Promise<{ app: AppRecord; effect: Effect }> {
  const request = { principal, clientId, action: 'disable', event: 'app.disabled' } as const
  const app = await changeApp(context, request, (before) => ({ ...before, status: 'disabled' }))
  return { app, effect: unknownEffect }
}
