import type { Knex } from 'knex'
import type { AppRecord, RestingApp } from '../registry/app-record.js'
import type { VisibilityFilter } from '../registry/app-store.js'
import { toApp } from './app-rows.js'
import type { AppRowWithIcon, SecretRow } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { reviewColumns, type JoinedReview } from './review-rows.js'
import { runSql, sql, verbatim } from './sql.js'
import { tablesOf } from './tables.js'
import { whereVisible } from './visibility-condition.js'

export async function findApp(
  knex: Knex,
  clientId: string,
  visibility: VisibilityFilter,
  now: number,
): Promise<AppRecord | null> {
  const row = await findRow(knex, clientId, visibility)
  return row ? toApp(row, await liveSecrets(knex, clientId, now)) : null
}

/** A deleted app that can be restored, or may have been until now. */
export async function findRestingApp(
  knex: Knex,
  clientId: string,
  visibility: VisibilityFilter,
  now: number,
): Promise<RestingApp | null> {
  const row = await findRow(knex, clientId, visibility, { deleted: true })
  const deletedAt = row?.deleted_at ?? null
  if (!row || deletedAt === null) return null
  return { ...toApp(row, await liveSecrets(knex, clientId, now)), deleted_at: Number(deletedAt) }
}

async function findRow(
  knex: Knex,
  clientId: string,
  visibility: VisibilityFilter,
  { deleted = false } = {},
): Promise<(AppRowWithIcon & JoinedReview) | undefined> {
  if (!isDatabaseText(clientId)) return undefined
  const app = knex<AppRowWithIcon>(`${tablesOf(knex)('apps')} as app`)
    .leftJoin(`${tablesOf(knex)('icons')} as icon`, 'icon.icon_id', 'app.icon_id')
    .leftJoin(`${tablesOf(knex)('reviews')} as review`, 'review.client_id', 'app.client_id')
    .where('app.client_id', clientId)
    .where(whereVisible(visibility, 'app'))
  void (deleted ? app.whereNotNull('app.deleted_at') : app.whereNull('app.deleted_at'))
  return app.first<(AppRowWithIcon & JoinedReview) | undefined>('app.*', 'icon.scales', ...reviewColumns)
}

/** A secret that has expired is no longer there, whether or not its row is. */
export function liveSecrets(knex: Knex, clientId: string, now: number): Promise<SecretRow[]> {
  return runSql<SecretRow>(
    knex,
    sql`SELECT secret_id, client_id, hash, pepper_id, name, hint, created_at, expires_at, last_used_at
      FROM ${verbatim(tablesOf(knex)('secrets'))}
      WHERE client_id = ${clientId} AND (expires_at IS NULL OR expires_at > ${now})
      ORDER BY created_at, secret_id`,
  )
}
