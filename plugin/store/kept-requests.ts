import type { Knex } from 'knex'
import type { IdempotentRequest, KeptRequest } from '../registry/idempotent-request.js'
import type { DatabaseInteger } from './database-rows.js'
import { tablesOf } from './tables.js'

type KeptRequestRow = Omit<KeptRequest, 'created_at'> & { readonly created_at: DatabaseInteger }

/** The request that used a key since `since`. */
export async function findKeptRequest(
  knex: Knex,
  { principal_id, key_hash }: IdempotentRequest,
  since: number,
): Promise<KeptRequest | null> {
  const row = await requestsWith(knex, { principal_id, key_hash }).where('created_at', '>', since).first()
  return row ? toKeptRequest(row) : null
}

/**
 * Keeps a request, unless another one has used its key since `since`. Of several at once, all but one wait here until that
 * one's app is there.
 *
 * @returns the one that is kept.
 */
export async function keepRequest(knex: Knex, request: KeptRequest, since: number): Promise<KeptRequest> {
  const { principal_id, key_hash } = request
  await knex<KeptRequestRow>(tablesOf(knex)('idempotencyKeys'))
    .insert(request)
    .onConflict(['principal_id', 'key_hash'])
    .ignore()
  // With a lock, or MySQL would read everything after it as it is now: what others add meanwhile would not count.
  const row = await requestsWith(knex, { principal_id, key_hash }).forShare().first()
  if (!row) throw new Error('A request that was kept is not there')
  const kept = toKeptRequest(row)
  if (kept.created_at > since) return kept
  await requestsWith(knex, { principal_id, key_hash }).update(request)
  return request
}

export async function purgeKeptRequests(knex: Knex, usedBy: number, limit: number): Promise<number> {
  const table = tablesOf(knex)('idempotencyKeys')
  const old = await knex<KeptRequestRow>(table)
    .where('created_at', '<=', usedBy)
    .orderBy('created_at')
    .limit(limit)
    .select('principal_id', 'key_hash')
  const keys = old.map(({ principal_id, key_hash }) => [principal_id, key_hash])
  // One of them may have been used anew meanwhile.
  return keys.length === 0
    ? 0
    : knex(table).whereIn(['principal_id', 'key_hash'], keys).where('created_at', '<=', usedBy).delete()
}

function requestsWith(knex: Knex, key: Pick<KeptRequest, 'principal_id' | 'key_hash'>) {
  return knex<KeptRequestRow>(tablesOf(knex)('idempotencyKeys')).where(key)
}

function toKeptRequest(row: KeptRequestRow): KeptRequest {
  return { ...row, created_at: Number(row.created_at) }
}
