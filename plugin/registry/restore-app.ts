import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import { appEvent } from './app-event.js'
import type { AppRecord, RestingApp } from './app-record.js'
import type { VisibilityFilter } from './app-store.js'
import { countTokens, orUnknown } from './ask-tokens.js'
import { authorizeApp } from './authorize-app.js'
import { claimQuota } from './claim-quota.js'
import { describeChanges } from './describe-changes.js'
import { getApp } from './get-app.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import type { AppOutcome, Registry } from './registry.js'
import { restorableUntil } from './restore-time.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * Gives a deleted app back as it was: its status, its secrets, and its tokens, unless they were revoked.
 *
 * @throws ProblemError `not_found` also when its days are over, `forbidden`, `not_restorable`, `stale`, `quota_user` or
 *   `quota_organization`.
 */
export async function restoreApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version?: Parameters<Registry['restoreApp']>[2],
): Promise<AppOutcome> {
  const visibility = visibilityFilter(context.policy, principal)
  const found = await findRestorable(context, principal, clientId, visibility)
  const app = await context.store.transaction(async (transaction) => {
    await transaction.holdApp(clientId)
    await claimQuota(context, transaction, { user: found.created_by.id, organization: found.organization_id })
    const before = await transaction.lockRestingApp(clientId, visibility)
    // One that was given back and deleted anew meanwhile may be somebody else's.
    if (before?.deleted_at !== found.deleted_at) throw notDeleted()
    refuseStale(before, version)
    const now = context.clock()
    const { deleted_at, ...members } = before
    const after: AppRecord = { ...members, version: before.version + 1, updated_at: now }
    await transaction.restoreApp(before, after)
    const changes = describeChanges(before, after)
    await transaction.insertEvent(appEvent(principal, after, { action: 'app.restored', at: now, changes }))
    return after
  })
  context.logger.info({ client_id: clientId, actor_id: principal.id }, 'app.restored')
  return { app, effect: await orUnknown(context, clientId, countTokens(context, clientId)) }
}

/** Nobody changes an app while it rests, so what is found here still holds under its lock. */
async function findRestorable(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  visibility: VisibilityFilter,
): Promise<RestingApp> {
  const { store, capabilities, clock } = context
  const app = await store.findRestingApp(clientId, visibility)
  if (!app) {
    await getApp(context, principal, clientId, 'restore')
    throw notDeleted()
  }
  if (clock() >= restorableUntil(capabilities, app.deleted_at)) {
    throw new ProblemError('not_found', { detail: 'There is no app with this client ID that can still be restored.' })
  }
  authorizeApp(context, principal, app, 'restore')
  return app
}

function notDeleted(): ProblemError {
  return new ProblemError('not_restorable', { detail: 'This app is not deleted.' })
}
