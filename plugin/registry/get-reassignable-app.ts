import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { getApp } from './get-app.js'
import { mayReassign } from './may-reassign.js'
import type { RegistryContext } from './registry-context.js'

/**
 * An app that the principal may give to somebody else.
 *
 * @throws ProblemError `not_found` or `forbidden`.
 */
export async function getReassignableApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
): Promise<AppRecord> {
  const app = await getApp(context, principal, clientId, 'reassign')
  if (mayReassign(context.policy, principal, app)) return app
  throw new ProblemError('forbidden', { detail: 'An app of no organisation is given away by administrators alone.' })
}
