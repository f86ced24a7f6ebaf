import type { Effect } from '../contract/effect.js'
import type { Principal } from '../principal.js'
import { appEvent } from './app-event.js'
import type { DeletedApp } from './app-store.js'
import { countTokens, orUnknown } from './ask-tokens.js'
import { authorizeApp } from './authorize-app.js'
import { describeChanges } from './describe-changes.js'
import { getApp } from './get-app.js'
import { purgeApp } from './purge-app.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * Deletes an app: from now on nothing finds it, and none of its tokens works. It rests for as many days as the host says
 * and is purged then; where that is no day, at once. What is cut off there, the job that purges completes.
 *
 * @returns whom it reached.
 * @throws ProblemError `not_found`, `forbidden` or, where the caller read another version, `stale`.
 */
export async function deleteApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: number,
): Promise<Effect> {
  await getApp(context, principal, clientId, 'delete')
  const visibility = visibilityFilter(context.policy, principal)
  const deletedAt = await context.store.transaction(async (transaction) => {
    const app = authorizeApp(context, principal, await transaction.lockApp(clientId, visibility), 'delete')
    refuseStale(app, version)
    const now = context.clock()
    await transaction.markDeleted(clientId, now)
    const changes = describeChanges(app, null)
    await transaction.insertEvent(appEvent(principal, app, { action: 'app.deleted', at: now, changes }))
    return now
  })
  context.logger.info({ client_id: clientId, actor_id: principal.id }, 'app.deleted')
  const rests = context.capabilities.restore_days > 0
  const reached = rests ? countTokens(context, clientId) : purgeAtOnce(context, { clientId, deletedAt })
  return orUnknown(context, clientId, reached)
}

async function purgeAtOnce(context: RegistryContext, app: DeletedApp): Promise<Effect> {
  return (await purgeApp(context, app)).effect
}
