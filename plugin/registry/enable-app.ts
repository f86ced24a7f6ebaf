import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import type { AppRecord } from './app-record.js'
import { changeApp } from './change-app.js'
import type { RegistryContext } from './registry-context.js'
import { unknownEffect } from './unknown-effect.js'

/**
 * Honours a disabled app again; an active one stays as it is.
 *
 * @throws ProblemError `not_found` or `forbidden`.
 */
export async function enableApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
): Promise<{ app: AppRecord; effect: Effect }> {
  const request = { principal, clientId, action: 'enable', event: 'app.enabled' } as const
  const app = await changeApp(context, request, (before) => ({ ...before, status: 'active' }))
  return { app, effect: unknownEffect }
}
