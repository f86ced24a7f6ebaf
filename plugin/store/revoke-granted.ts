import type { Knex } from 'knex'
import type { TokenCount, TokenSelection } from '../tokens.js'
import { countTokens, isSelection, liveTokens, numberIn } from './granted-tokens.js'
import { selectGrants, type GrantRow } from './grants.js'
import { tablesOf } from './tables.js'

/** Grants, or tokens without one, that one transaction ends: others wait for its locks. */
const batch = 500

/** What one transaction ended, and whether there may be more. */
interface Ended {
  readonly grants: number
  readonly tokens: number
  readonly more: boolean
}

/** Runs each batch in a transaction of its own. */
type Change = (work: (transaction: Knex.Transaction) => Promise<Ended>) => Promise<Ended>

/**
 * Ends what a selection holds at this moment, a batch at a time. What is cut off between two batches is finished by asking
 * once more; what somebody allows meanwhile is not touched.
 *
 * @returns the grants and tokens that went. People are counted before, since one may have several of an app's grants.
 */
export async function revokeTokens(knex: Knex, change: Change, of: TokenSelection, now: number): Promise<TokenCount> {
  if (!isSelection(of)) return { users: 0, grants: 0, tokens: 0 }
  const { users } = await countTokens(knex, of, now)
  const granted = await inBatches(() => change((transaction) => endGrants(transaction, of, now)))
  const { clientId, userId, grantId } = of
  const own =
    clientId === undefined || userId !== undefined || grantId !== undefined
      ? { grants: 0, tokens: 0 }
      : await inBatches(() => change((transaction) => endTokensWithoutGrant(transaction, clientId, now)))
  return { users: Math.min(users, granted.grants), grants: granted.grants, tokens: granted.tokens + own.tokens }
}

async function inBatches(end: () => Promise<Ended>): Promise<Pick<Ended, 'grants' | 'tokens'>> {
  let [grants, tokens] = [0, 0]
  for (;;) {
    const ended = await end()
    grants += ended.grants
    tokens += ended.tokens
    if (!ended.more) return { grants, tokens }
  }
}

/** Those that have expired go, too, and are not counted. */
async function endGrants(knex: Knex.Transaction, of: TokenSelection, now: number): Promise<Ended> {
  const tables = tablesOf(knex)
  await lock(knex)
  const rows = await selectGrants(knex, of, 0)
    .where('allowed.created_at', '<=', now)
    .orderBy(['allowed.created_at', 'allowed.grant_id'])
    .limit(batch)
    .select<Pick<GrantRow, 'grant_id' | 'expires_at'>[]>('allowed.grant_id', 'allowed.expires_at')
  const ids = rows.map(({ grant_id }) => grant_id)
  const tokens: unknown = await liveTokens(knex, now)
    .whereIn('artifact.grant_id', ids)
    .count({ tokens: 'artifact.id_hash' })
    .first()
  await knex(tables('artifacts')).whereIn('grant_id', ids).delete()
  await knex(tables('grants')).whereIn('grant_id', ids).delete()
  const grants = rows.filter(({ expires_at }) => expires_at === null || Number(expires_at) > now).length
  return { grants, tokens: numberIn(tokens, 'tokens'), more: rows.length === batch }
}

/** Tokens that an app has for itself, and what is left of grants that have gone. */
async function endTokensWithoutGrant(knex: Knex.Transaction, clientId: string, now: number): Promise<Ended> {
  const tables = tablesOf(knex)
  await lock(knex)
  const hashes = await knex(`${tables('artifacts')} as artifact`)
    .leftJoin(`${tables('grants')} as allowed`, 'allowed.grant_id', 'artifact.grant_id')
    .where('artifact.client_id', clientId)
    .whereNull('allowed.grant_id')
    .limit(batch)
    .pluck<string[]>('artifact.id_hash')
  const tokens: unknown = await liveTokens(knex, now)
    .whereIn('artifact.id_hash', hashes)
    .count({ tokens: 'artifact.id_hash' })
    .first()
  await knex(tables('artifacts')).whereIn('id_hash', hashes).delete()
  return { grants: 0, tokens: numberIn(tokens, 'tokens'), more: hashes.length === batch }
}

/** A write that changes nothing: in SQLite it locks the database before anything is read. */
async function lock(knex: Knex.Transaction): Promise<void> {
  await knex(tablesOf(knex)('grants')).where('grant_id', '').delete()
}
