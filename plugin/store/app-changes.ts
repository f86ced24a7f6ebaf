import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { AppRecord } from '../registry/app-record.js'
import { toAppRow } from './app-rows.js'
import type { AppRow } from './database-rows.js'
import { searchWords } from './fold-text.js'
import { insertReview, replaceReview } from './review-changes.js'
import { tablesOf } from './tables.js'

export async function insertApp(knex: Knex, app: AppRecord): Promise<void> {
  await knex<AppRow>(tablesOf(knex)('apps')).insert(toAppRow(app))
  await insertOrigins(knex, app)
  await insertWords(knex, app)
  await insertReview(knex, app.client_id, app.review)
}

/** @throws Error when the row is not there, or has another version than `before`: the caller holds its lock. */
export async function updateApp(knex: Knex, before: AppRecord, after: AppRecord): Promise<void> {
  const { client_id, version } = before
  const changed = await knex<AppRow>(tablesOf(knex)('apps')).where({ client_id, version }).update(toAppRow(after))
  if (changed !== 1) throw new Error(`App ${client_id} changed under its lock`)
  if (JSON.stringify(before.allowed_origins) !== JSON.stringify(after.allowed_origins)) {
    await knex(tablesOf(knex)('origins')).where({ client_id }).delete()
    await insertOrigins(knex, after)
  }
  if (searchEntry(before) !== searchEntry(after)) {
    await knex(tablesOf(knex)('words')).where({ client_id }).delete()
    await insertWords(knex, after)
  }
  await replaceReview(knex, before, after)
}

/** An origin is looked up by this. */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin).digest('hex')
}

async function insertOrigins(knex: Knex, { client_id, allowed_origins }: AppRecord): Promise<void> {
  if (allowed_origins.length === 0) return
  const rows = allowed_origins.map((origin) => ({ origin_hash: originHash(origin), client_id, origin }))
  await knex(tablesOf(knex)('origins')).insert(rows)
}

async function insertWords(knex: Knex, app: AppRecord): Promise<void> {
  const { client_id, organization_id } = app
  const words = new Set([...searchWords(app.client_name), client_id])
  const rows = [...words].map((word) => ({ client_id, word, organization_id, created_by_id: app.created_by.id }))
  await knex(tablesOf(knex)('words')).insert(rows)
}

/** All that the rows of its words are made of. */
function searchEntry({ client_name, organization_id, created_by }: AppRecord): string {
  return JSON.stringify([client_name, organization_id, created_by.id])
}
