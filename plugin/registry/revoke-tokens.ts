import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import { appEvent } from './app-event.js'
import type { AppRecord } from './app-record.js'
import { revokeAllTokens } from './ask-tokens.js'
import { getApp } from './get-app.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import type { AppOutcome } from './registry.js'

/**
 * Ends all tokens of an app for good; the app itself stays as it is.
 *
 * @throws ProblemError `not_found`, `forbidden`, `stale`, or `unavailable` where it is not certain that they are revoked.
 */
export async function revokeTokens(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<AppOutcome> {
  const app = await getApp(context, principal, clientId, 'revoke_tokens')
  refuseStale(app, version)
  return { app, effect: await revokeAndRecord(context, principal, app) }
}

/**
 * Revokes, and says so in the audit log: with what it was, also where nothing was left to revoke. Not in one transaction,
 * which would hold its locks for as long as the authorization server takes.
 *
 * @throws ProblemError `unavailable`.
 */
export async function revokeAndRecord(context: RegistryContext, principal: Principal, app: AppRecord): Promise<Effect> {
  const effect = await revokeAllTokens(context, app.client_id)
  const changes = Object.fromEntries(Object.entries(effect).map(([name, before]) => [name, { before, after: 0 }]))
  const event = appEvent(principal, app, { action: 'app.tokens_revoked', at: context.clock(), changes })
  await context.store.transaction((transaction) => transaction.insertEvent(event))
  context.logger.info({ client_id: app.client_id, actor_id: principal.id, ...effect }, 'app.tokens_revoked')
  return effect
}
