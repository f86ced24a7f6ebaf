import type { Knex } from 'knex'
import type { QuotaSubject } from '../registry/app-store.js'
import { firstValue } from './first-value.js'
import { tablesOf } from './tables.js'

const columns = { user: 'created_by_id', organization: 'organization_id' } as const satisfies Record<
  QuotaSubject,
  string
>

/** Whoever asks for the same one waits until this transaction ends. Nothing is read. */
export async function lockQuota(knex: Knex, subject: QuotaSubject, id: string): Promise<void> {
  // A write that changes nothing: it locks the row and, in SQLite, the database.
  await knex(tablesOf(knex)('quotaSubjects'))
    .insert({ subject, subject_id: id })
    .onConflict(['subject', 'subject_id'])
    .merge()
}

/** How many apps a user or an organisation has, counted up to `most`. */
export async function countApps(knex: Knex, subject: QuotaSubject, id: string, most: number): Promise<number> {
  const apps = knex(tablesOf(knex)('apps'))
    .select('client_id')
    .where(columns[subject], id)
    .whereNull('deleted_at')
    .limit(most)
  const row: unknown = await knex.count('*').from(apps.as('counted'))
  return Number(firstValue(row))
}
