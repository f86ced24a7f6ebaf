import type { TokenGrant, TokenGrantPage, TokenPage, TokenSelection } from '../tokens.js'
import { askTokens, type TokenContext } from './ask-tokens.js'

/** The last moment that a `Date` can tell. */
const lastTime = 8.64e15

/**
 * One page of what people allowed apps, as the authority has it.
 *
 * @throws ProblemError `unavailable` where it does not say, or says something else than it was asked.
 */
export function listTokenGrants(context: TokenContext, of: TokenSelection, page: TokenPage): Promise<TokenGrantPage> {
  return askTokens(context, async (tokens) => checked(await tokens.list(of, page), of, page))
}

/** A host in plain JavaScript may answer anything, and what is not of this selection would be somebody else's. */
function checked(answer: unknown, of: TokenSelection, { limit }: TokenPage): TokenGrantPage {
  const { items, next_cursor: cursor } = isRecord(answer) ? answer : {}
  if (!Array.isArray(items) || items.length > limit || !(cursor === null || typeof cursor === 'string')) {
    throw new TypeError('tokens.list() must answer { items, next_cursor }, with as many items as the limit allows')
  }
  const grants: readonly unknown[] = items
  if (!grants.every(isGrant)) {
    throw new TypeError('tokens.list() must answer grants { id, client_id, user, scopes, created_at, last_used_at }')
  }
  if (!grants.every((grant) => isOf(of, grant))) {
    throw new TypeError('tokens.list() must answer grants of the client, the user and the grant that it is asked for')
  }
  return { items: grants, next_cursor: cursor }
}

function isOf({ clientId, userId, grantId }: TokenSelection, { id, client_id, user }: TokenGrant): boolean {
  return (
    (clientId === undefined || client_id === clientId) &&
    (userId === undefined || user.id === userId) &&
    (grantId === undefined || id === grantId)
  )
}

function isGrant(value: unknown): value is TokenGrant {
  if (!isRecord(value)) return false
  const { id, client_id, user, scopes, created_at, last_used_at } = value
  return (
    [id, client_id].every(isText) &&
    isRecord(user) &&
    [user['id'], user['name']].every(isText) &&
    Array.isArray(scopes) &&
    scopes.every(isText) &&
    isTime(created_at) &&
    (last_used_at === null || isTime(last_used_at))
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= lastTime
}
