import type { Effect } from '../contract/effect.js'
import { ProblemError } from '../problem-error.js'
import type { TokenAuthority, TokenCount, TokenSelection } from '../tokens.js'
import { withinDeadline } from '../within-deadline.js'
import type { RegistryContext } from './registry-context.js'

export type TokenContext = Pick<RegistryContext, 'tokens' | 'logger'>

/** Milliseconds after which the authority is taken for one that does not answer. */
const patience = 5000

/** Until when an authority that did not answer is not asked again: of a hundred apps, not each one shall wait for it. */
const silentUntil = new WeakMap<TokenAuthority, number>()

/** Without an authorization server to ask, nobody knows whom an app reaches: that is not nobody. */
const unknownEffect: Effect = { users: null, grants: null, tokens: null }

/**
 * Whom an app reaches.
 *
 * @throws ProblemError `unavailable` where there is an authority that does not say.
 */
export async function countTokens(context: TokenContext, clientId: string): Promise<Effect> {
  return context.tokens ? askForCount(context, 'count', { clientId }) : unknownEffect
}

/**
 * Ends all tokens of an app, and tells how many that were.
 *
 * @throws ProblemError `unavailable` where there is an authority that does not say that it did.
 */
export async function revokeAllTokens(context: TokenContext, clientId: string): Promise<Effect> {
  return context.tokens ? askForCount(context, 'revoke', { clientId }) : unknownEffect
}

/** For what has been committed: that nobody can say whom it reached does not undo it. */
export async function orUnknown(context: TokenContext, clientId: string, effect: Promise<Effect>): Promise<Effect> {
  try {
    return await effect
  } catch (err) {
    context.logger.warn({ client_id: clientId, err }, 'tokens.unknown')
    return unknownEffect
  }
}

/**
 * How many a selection holds or, with `revoke`, held until now.
 *
 * @throws ProblemError `unavailable`, or `not_found` where there is no authority.
 */
export function askForCount(context: TokenContext, what: 'count' | 'revoke', of: TokenSelection): Promise<Effect> {
  return askTokens(context, async (tokens) => checked(what, await tokens[what](of)))
}

/**
 * Asks the authority anything.
 *
 * @param ask async, so that an authority that throws at once is like one that rejects.
 * @throws ProblemError `unavailable` where it does not answer, or answers what it must not; `not_found` where there is
 *   none, as the routes that ask are not there then.
 */
export async function askTokens<Answer>(
  { tokens }: TokenContext,
  ask: (tokens: TokenAuthority) => Promise<Answer>,
): Promise<Answer> {
  if (!tokens) throw new ProblemError('not_found', { detail: 'This host does not know what its apps are allowed.' })
  try {
    if ((silentUntil.get(tokens) ?? 0) > Date.now()) throw new Error('tokens did not answer a moment ago')
    return await withinDeadline(patience, ask(tokens), () => fellSilent(tokens))
  } catch (cause) {
    throw new ProblemError('unavailable', {
      detail: 'The authorization server does not answer.',
      retryAfter: 5,
      cause,
    })
  }
}

function fellSilent(tokens: TokenAuthority): Error {
  silentUntil.set(tokens, Date.now() + patience)
  return new Error(`tokens did not answer within ${patience} ms`)
}

/** A number that is none would be shown to people as the truth. */
function checked(what: string, { users, grants, tokens }: TokenCount): Effect {
  if ([users, grants, tokens].every((count) => Number.isSafeInteger(count) && count >= 0))
    return { users, grants, tokens }
  throw new TypeError(`tokens.${what}() must answer { users, grants, tokens } as integers from 0`)
}
