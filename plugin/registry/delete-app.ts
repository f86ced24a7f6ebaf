import type { Principal } from '../principal.js'
import { authorizeApp } from './authorize-app.js'
import { describeChanges } from './describe-changes.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * Deletes an app for good, with its secrets and, where no other app shows it, its icon. Its events stay.
 *
 * @throws ProblemError `not_found`, `forbidden` or, where the caller read another version, `stale`.
 */
export async function deleteApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<void> {
  const visibility = visibilityFilter(context.policy, principal)
  await context.store.transaction(async (transaction) => {
    const app = authorizeApp(context, principal, await transaction.lockApp(clientId, visibility), 'delete')
    if (version !== undefined) refuseStale(app, version)
    await transaction.deleteApp(app)
    await transaction.insertEvent({
      client_id: clientId,
      organization_id: app.organization_id,
      action: 'app.deleted',
      actor: { id: principal.id, name: principal.name },
      at: context.clock(),
      changes: describeChanges(app, null),
    })
  })
  context.logger.info({ client_id: clientId, actor_id: principal.id }, 'app.deleted')
}
