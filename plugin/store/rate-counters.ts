import type { Knex } from 'knex'
import type { RequestCount } from '../rate-limits/count-requests.js'
import type { DatabaseInteger } from './database-rows.js'
import { tablesOf } from './tables.js'

/** Counts a request of a principal, until the count ends; the next one begins then with the next request. */
export async function countRequest(
  knex: Knex,
  policy: string,
  principalId: string,
  now: number,
  endsAt: number,
): Promise<RequestCount> {
  const table = tablesOf(knex)('rateCounters')
  const [used, end] = [`${table}.used`, `${table}.ends_at`]
  await knex(table)
    .insert({ policy, principal_id: principalId, used: 1, ends_at: endsAt })
    .onConflict(['policy', 'principal_id'])
    .merge({
      // MySQL sets one after the other, so what both depend on comes last.
      used: knex.raw('CASE WHEN ?? > ? THEN ?? + 1 ELSE 1 END', [end, now, used]),
      ends_at: knex.raw('CASE WHEN ?? > ? THEN ?? ELSE ? END', [end, now, end, endsAt]),
    })
  const row = await knex(table)
    .where({ policy, principal_id: principalId })
    .first<{ used: number; ends_at: DatabaseInteger } | undefined>('used', 'ends_at')
  return { used: row?.used ?? 1, endsAt: Number(row?.ends_at ?? endsAt) }
}

export async function purgeRateCounters(knex: Knex, endedBy: number, limit: number): Promise<number> {
  const table = tablesOf(knex)('rateCounters')
  const ended = await knex(table)
    .where('ends_at', '<=', endedBy)
    .orderBy('ends_at')
    .limit(limit)
    .select<{ policy: string; principal_id: string }[]>('policy', 'principal_id')
  const keys = ended.map(({ policy, principal_id }) => [policy, principal_id])
  return keys.length === 0
    ? 0
    : knex(table).whereIn(['policy', 'principal_id'], keys).where('ends_at', '<=', endedBy).delete()
}
