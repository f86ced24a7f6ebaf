import type { Knex } from 'knex'
import type { AppRecord, ReviewRecord } from '../registry/app-record.js'
import { dropIconIfUnused } from './icon-changes.js'
import { toReviewRow, type ReviewRow } from './review-rows.js'
import { tablesOf } from './tables.js'

export async function insertReview(knex: Knex, clientId: string, review: ReviewRecord | undefined): Promise<void> {
  if (review) await knex<ReviewRow>(tablesOf(knex)('reviews')).insert(toReviewRow(clientId, review))
}

/** What waits as it is now, in the place of what did before; the app is what it has become already. */
export async function replaceReview(knex: Knex, before: AppRecord, after: AppRecord): Promise<void> {
  const { client_id } = before
  if (JSON.stringify(before.review) === JSON.stringify(after.review)) return
  if (before.review) await knex<ReviewRow>(tablesOf(knex)('reviews')).where({ client_id }).delete()
  await insertReview(knex, client_id, after.review)
  const icon = before.review?.proposal?.icon?.id
  if (icon !== undefined && icon !== after.review?.proposal?.icon?.id) await dropIconIfUnused(knex, icon)
}

/** The icon that an app would have, if any. */
export async function proposedIconOf(knex: Knex, client_id: string): Promise<string | null> {
  const row = await knex<ReviewRow>(tablesOf(knex)('reviews'))
    .where({ client_id })
    .first<Pick<ReviewRow, 'icon_id'> | undefined>('icon_id')
  return row?.icon_id ?? null
}
