import type { Knex } from 'knex'
import {
  temporaryGrantPrefix,
  type GrantArtifact,
  type GrantRecord,
} from '../authorization-server/authorization-store.js'
import type { TokenSelection } from '../tokens.js'
import type { DatabaseInteger } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { readStrings } from './json-columns.js'
import { tablesOf } from './tables.js'

export interface GrantRow {
  readonly grant_id: string
  readonly client_id: string
  readonly account_id: string
  readonly scopes: string
  readonly payload: string
  readonly created_at: DatabaseInteger
  readonly expires_at: DatabaseInteger | null
  readonly last_used_at: DatabaseInteger
}

/** As it is now; when it was first allowed and last used stays. */
export async function saveGrant(knex: Knex, grant: GrantArtifact, now: number): Promise<void> {
  const kept = {
    client_id: grant.clientId,
    account_id: grant.accountId,
    scopes: JSON.stringify(grant.scopes),
    payload: grant.payload,
    expires_at: grant.expiresAt,
  }
  await knex(tablesOf(knex)('grants'))
    .insert({ grant_id: grant.id, ...kept, created_at: now })
    .onConflict('grant_id')
    .merge(Object.keys(kept))
}

export async function findGrant(knex: Knex, grantId: string): Promise<GrantArtifact | null> {
  if (!isDatabaseText(grantId)) return null
  const row = await knex<GrantRow>(tablesOf(knex)('grants')).where('grant_id', grantId).first()
  return row ? toArtifact(row) : null
}

export async function findGrantOf(
  knex: Knex,
  accountId: string,
  clientId: string,
  now: number,
): Promise<GrantArtifact | null> {
  const row = await knex<GrantRow>(tablesOf(knex)('grants'))
    .where({ account_id: accountId, client_id: clientId })
    .where((alive) => alive.whereNull('expires_at').orWhere('expires_at', '>', now))
    .whereNot('grant_id', 'like', `${temporaryGrantPrefix}%`)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'grant_id', order: 'desc' },
    ])
    .first()
  return row ? toArtifact(row) : null
}

export async function removeGrant(knex: Knex, grantId: string): Promise<void> {
  await knex(tablesOf(knex)('grants')).where('grant_id', grantId).delete()
}

export async function narrowGrant(knex: Knex, grantId: string, scopes: readonly string[]): Promise<void> {
  if (!isDatabaseText(grantId)) return
  const grants = knex<GrantRow>(tablesOf(knex)('grants')).where('grant_id', grantId)
  // A write that changes nothing: it locks the row, and in SQLite the database, before anything is read.
  await grants.clone().update({ grant_id: grantId })
  const row = await grants.clone().first()
  if (!row) return
  const left = readStrings(row.scopes).filter((scope) => scopes.includes(scope))
  await grants.clone().update({ scopes: JSON.stringify(left) })
}

export async function stampUse(knex: Knex, grantId: string | null, clientId: string, at: number): Promise<void> {
  const tables = tablesOf(knex)
  const used = { last_used_at: at }
  if (grantId !== null)
    await knex(tables('grants')).where('grant_id', grantId).where('last_used_at', '<', at).update(used)
  await knex(tables('apps')).where('client_id', clientId).where('last_used_at', '<', at).update(used)
}

export async function purgeGrants(knex: Knex, expiredBy: number, limit: number): Promise<number> {
  const table = tablesOf(knex)('grants')
  const ended = await knex(table)
    .where('expires_at', '<=', expiredBy)
    .orderBy('expires_at')
    .limit(limit)
    .pluck<string[]>('grant_id')
  return knex(table).whereIn('grant_id', ended).where('expires_at', '<=', expiredBy).delete()
}

/** The grants of a selection that have not expired. */
export function selectGrants(knex: Knex, { clientId, userId, grantId }: TokenSelection, now: number) {
  const grants = knex<GrantRow>(`${tablesOf(knex)('grants')} as allowed`).where((alive) =>
    alive.whereNull('allowed.expires_at').orWhere('allowed.expires_at', '>', now),
  )
  if (clientId !== undefined) void grants.where('allowed.client_id', clientId)
  if (userId !== undefined) void grants.where('allowed.account_id', userId)
  if (grantId !== undefined) void grants.where('allowed.grant_id', grantId)
  return grants
}

export function toGrant(row: GrantRow): GrantRecord {
  return {
    id: row.grant_id,
    clientId: row.client_id,
    accountId: row.account_id,
    scopes: readStrings(row.scopes),
    createdAt: Number(row.created_at),
    lastUsedAt: Number(row.last_used_at) || null,
  }
}

function toArtifact(row: GrantRow): GrantArtifact {
  return {
    id: row.grant_id,
    clientId: row.client_id,
    accountId: row.account_id,
    scopes: readStrings(row.scopes),
    payload: row.payload,
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  }
}
