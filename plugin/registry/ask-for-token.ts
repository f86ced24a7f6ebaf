import { isRecord } from '../options/option-value.js'
import { ProblemError } from '../problem-error.js'
import type { TemporaryToken, TemporaryTokenRequest, TokenAuthority } from '../tokens.js'
import { askTokens, type TokenContext } from './ask-tokens.js'

/** RFC 6750 §2.1: what fits into an `Authorization` header. */
const bearerToken = /^[\w.~+/-]+=*$/

/**
 * A token to try the API with.
 *
 * @throws ProblemError `unavailable` where the authority does not give one, or gives something else than it was asked for;
 *   `forbidden` where it does not know the person; `not_found` where it issues none.
 */
export async function askForToken(context: TokenContext, request: TemporaryTokenRequest): Promise<TemporaryToken> {
  const token = await askTokens(context, async (tokens) => {
    if (!canIssue(tokens)) return undefined
    return checked(await tokens.issueTemporary(request), request)
  })
  if (token === undefined) throw new ProblemError('not_found', { detail: 'This host issues no tokens to try with.' })
  if (token) return token
  throw new ProblemError('forbidden', {
    detail: 'The authorization server has no account of yours, or no longer honours the app.',
  })
}

export function canIssue(
  tokens: TokenAuthority | undefined,
): tokens is TokenAuthority & Required<Pick<TokenAuthority, 'issueTemporary'>> {
  return tokens?.issueTemporary !== undefined
}

/** A host in plain JavaScript may answer anything. What is wrong with it is said without the token. */
function checked(answer: unknown, { seconds }: TemporaryTokenRequest): TemporaryToken | null {
  if (answer === null) return null
  const { access_token: token, expires_in: lifetime } = isRecord(answer) ? answer : {}
  if (typeof token !== 'string' || !bearerToken.test(token)) {
    throw new TypeError('tokens.issueTemporary() must answer { access_token, expires_in }, with a bearer token')
  }
  if (typeof lifetime !== 'number' || !Number.isInteger(lifetime) || lifetime < 1 || lifetime > seconds) {
    throw new TypeError('tokens.issueTemporary() must answer expires_in, in seconds, and no more than it was asked for')
  }
  return { access_token: token, expires_in: lifetime }
}
