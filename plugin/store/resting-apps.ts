import type { Knex } from 'knex'
import type { AppRecord, RestingApp, Timestamp } from '../registry/app-record.js'
import type { DeletedApp, PurgeBatchQuery } from '../registry/app-store.js'
import { updateApp } from './app-changes.js'
import type { AppRow } from './database-rows.js'
import { dropIconIfUnused } from './icon-changes.js'
import { proposedIconOf } from './review-changes.js'
import { tablesOf } from './tables.js'

/** From now on nothing finds it but who asks for deleted apps. */
export async function markDeleted(knex: Knex, clientId: string, at: Timestamp): Promise<void> {
  await knex<AppRow>(tablesOf(knex)('apps')).where('client_id', clientId).update({ deleted_at: at })
}

/** Everything that hangs on it is still there. */
export async function restoreApp(knex: Knex, before: RestingApp, after: AppRecord): Promise<void> {
  await updateApp(knex, before, after)
  await knex<AppRow>(tablesOf(knex)('apps')).where('client_id', before.client_id).update({ deleted_at: null })
}

/** Apps that were deleted up to a moment, in the order in which they were. */
export async function findDeletedApps(
  knex: Knex,
  { until, after, limit }: PurgeBatchQuery,
): Promise<readonly DeletedApp[]> {
  const rows = await knex<AppRow>(tablesOf(knex)('apps'))
    .where('deleted_at', '<=', until)
    .where((later) => {
      if (!after) return
      void later
        .where('deleted_at', '>', after.deletedAt)
        .orWhere((same) => same.where('deleted_at', after.deletedAt).where('client_id', '>', after.clientId))
    })
    .orderBy(['deleted_at', 'client_id'])
    .limit(limit)
    .select('client_id', 'deleted_at')
  return rows.map(({ client_id, deleted_at }) => ({ clientId: client_id, deletedAt: Number(deleted_at) }))
}

/** What refers to it goes with it, but for its events. Whether it was there: another process may have been faster. */
export async function purgeApp(knex: Knex, { clientId, deletedAt }: DeletedApp): Promise<boolean> {
  const app = { client_id: clientId, deleted_at: deletedAt }
  // A write that changes nothing: it locks the row, and in SQLite the database, before anything is read.
  await knex(tablesOf(knex)('apps'))
    .where(app)
    .update({ version: knex.ref('version') })
  const row = await knex<AppRow>(tablesOf(knex)('apps'))
    .where(app)
    .first<Pick<AppRow, 'icon_id'> | undefined>('icon_id')
  if (!row) return false
  const icons = [row.icon_id, await proposedIconOf(knex, clientId)]
  await knex<AppRow>(tablesOf(knex)('apps')).where(app).delete()
  for (const icon of icons) if (icon !== null) await dropIconIfUnused(knex, icon)
  return true
}
