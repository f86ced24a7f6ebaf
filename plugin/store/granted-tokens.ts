import type { Knex } from 'knex'
import type { AuthorizationStore } from '../authorization-server/authorization-store.js'
import type { TokenCount, TokenPage, TokenSelection } from '../tokens.js'
import type { DatabaseInteger } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { selectGrants, toGrant, type GrantRow } from './grants.js'
import { tablesOf } from './tables.js'

/** What can be shown to an API, or exchanged for what can: codes are not, and neither are sessions. */
const tokenKinds = ['AccessToken', 'RefreshToken', 'ClientCredentials']

const nothing: TokenCount = { users: 0, grants: 0, tokens: 0 }

export async function countTokens(knex: Knex, of: TokenSelection, now: number): Promise<TokenCount> {
  if (!isSelection(of)) return nothing
  const row: unknown = await selectGrants(knex, of, now)
    .countDistinct({ users: 'allowed.account_id' })
    .count({ grants: 'allowed.grant_id' })
    .first()
  const live = liveTokens(knex, now)
  if (of.clientId !== undefined) void live.where('artifact.client_id', of.clientId)
  if (of.userId !== undefined) void live.where('allowed.account_id', of.userId)
  if (of.grantId !== undefined) void live.where('artifact.grant_id', of.grantId)
  const tokens: unknown = await live.count({ tokens: 'artifact.id_hash' }).first()
  return { users: numberIn(row, 'users'), grants: numberIn(row, 'grants'), tokens: numberIn(tokens, 'tokens') }
}

export async function pageOfGrants(
  knex: Knex,
  of: TokenSelection,
  { limit, cursor }: TokenPage,
  now: number,
): ReturnType<AuthorizationStore['pageOfGrants']> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (!isSelection(of) || after === null) return { items: [], next_cursor: null }
  const grants = selectGrants(knex, of, now)
  if (after) {
    void grants.where((older) =>
      older
        .where('allowed.created_at', '<', after.createdAt)
        .orWhere((same) => same.where('allowed.created_at', after.createdAt).where('allowed.grant_id', '<', after.id)),
    )
  }
  const rows = await grants
    .orderBy([
      { column: 'allowed.created_at', order: 'desc' },
      { column: 'allowed.grant_id', order: 'desc' },
    ])
    .limit(limit + 1)
    .select<GrantRow[]>('allowed.*')
  const items = rows.slice(0, limit).map(toGrant)
  const last = items.at(-1)
  return { items, next_cursor: rows.length > limit && last ? `${last.createdAt}.${last.id}` : null }
}

function readCursor(cursor: string): { readonly createdAt: number; readonly id: string } | null {
  const [, time, id] = /^(\d{1,16})\.([\w-]{1,255})$/.exec(cursor) ?? []
  return time === undefined || id === undefined ? null : { createdAt: Number(time), id }
}

/** Neither expired nor used up, and with a grant where they need one. */
export function liveTokens(knex: Knex, now: number) {
  const tables = tablesOf(knex)
  return knex<{ id_hash: string; expires_at: DatabaseInteger | null }>(`${tables('artifacts')} as artifact`)
    .leftJoin(`${tables('grants')} as allowed`, 'allowed.grant_id', 'artifact.grant_id')
    .whereIn('artifact.kind', tokenKinds)
    .whereNull('artifact.consumed_at')
    .where((alive) => alive.whereNull('artifact.expires_at').orWhere('artifact.expires_at', '>', now))
    .where((granted) => granted.whereNull('artifact.grant_id').orWhereNotNull('allowed.grant_id'))
}

/** Something that a database can look for. */
export function isSelection({ clientId = '', userId = '', grantId = '' }: TokenSelection): boolean {
  return [clientId, userId, grantId].every(isDatabaseText)
}

export function numberIn(row: unknown, name: string): number {
  return typeof row === 'object' && row !== null ? Number(new Map(Object.entries(row)).get(name) ?? 0) : 0
}
