import type { Effect } from '../contract/effect.js'
import type { DeletedApp } from './app-store.js'
import { revokeAllTokens } from './ask-tokens.js'
import type { RegistryContext } from './registry-context.js'

/**
 * Removes the last of a deleted app: its tokens first, so that whoever is interrupted finds the app again; then its row, with
 * its secrets and, where no other app shows it, its icon. Its events stay.
 *
 * @returns how much was revoked, and whether it was there: another process may have been faster.
 * @throws ProblemError `unavailable`.
 */
export async function purgeApp(
  context: RegistryContext,
  app: DeletedApp,
): Promise<{ readonly effect: Effect; readonly purged: boolean }> {
  const effect = await revokeAllTokens(context, app.clientId)
  const purged = await context.store.purgeApp(app)
  if (purged) context.logger.info({ client_id: app.clientId }, 'app.purged')
  return { effect, purged }
}
