import type { EventAction } from '../contract/events.js'
import type { AppAction } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import { appEvent, type AppEvent } from './app-event.js'
import type { AppRecord } from './app-record.js'
import type { AppTransaction } from './app-store.js'
import { authorizeApp } from './authorize-app.js'
import { claimQuota, type QuotaClaim } from './claim-quota.js'
import { describeChanges } from './describe-changes.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

export interface ChangeRequest {
  readonly principal: Principal
  readonly clientId: string
  /** What the principal has to be allowed. */
  readonly action: AppAction
  /** What the audit log says was done. */
  readonly event: EventAction
  /** Which one they read, where they say. */
  readonly version?: number | undefined
  /** Who gets one more app by it. */
  readonly claim?: QuotaClaim
  /** The lines of the audit log, where they are not one about all that differs. Without a line, nothing was changed. */
  readonly describe?: (before: AppRecord, after: AppRecord) => readonly AuditLine[]
}

type AuditLine = Pick<AppEvent, 'action' | 'changes'>

/**
 * Changes one app under its lock: what it becomes, its audit event and its next version in one transaction. What changes
 * nothing leaves no trace.
 *
 * @throws ProblemError `not_found`, `forbidden`, `stale`, `quota_user` or `quota_organization`.
 */
export async function changeApp(
  context: RegistryContext,
  { principal, clientId, action, event, version, claim, describe }: ChangeRequest,
  change: (before: AppRecord, transaction: AppTransaction, now: number) => Promise<AppRecord> | AppRecord,
): Promise<AppRecord> {
  const visibility = visibilityFilter(context.policy, principal)
  const { app, lines } = await context.store.transaction(async (transaction) => {
    if (claim) {
      await transaction.holdApp(clientId)
      await claimQuota(context, transaction, claim)
    }
    const before = authorizeApp(context, principal, await transaction.lockApp(clientId, visibility), action)
    refuseStale(before, version)
    const now = context.clock()
    const changed = await change(before, transaction, now)
    const lines = describe ? describe(before, changed) : tell(event, before, changed)
    if (lines.length === 0) return { app: before, lines }
    const after: AppRecord = { ...changed, version: before.version + 1, updated_at: now }
    await transaction.updateApp(before, after)
    for (const line of lines) await transaction.insertEvent(appEvent(principal, after, { ...line, at: now }))
    return { app: after, lines }
  })
  for (const { action: done } of lines) {
    context.logger.info({ client_id: clientId, actor_id: principal.id, version: app.version }, done)
  }
  return app
}

function tell(action: EventAction, before: AppRecord, after: AppRecord): readonly AuditLine[] {
  const changes = describeChanges(before, after)
  return Object.keys(changes).length === 0 ? [] : [{ action, changes }]
}
