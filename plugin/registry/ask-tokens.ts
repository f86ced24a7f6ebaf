import type { Effect } from '../contract/effect.js'
import { ProblemError } from '../problem-error.js'
import type { TokenAuthority, TokenCount } from '../tokens.js'
import { withinDeadline } from '../within-deadline.js'
import type { RegistryContext } from './registry-context.js'

type TokenContext = Pick<RegistryContext, 'tokens' | 'logger'>

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
export function countTokens(context: TokenContext, clientId: string): Promise<Effect> {
  return ask(context, 'count', clientId)
}

/**
 * Ends all tokens of an app, and tells how many that were.
 *
 * @throws ProblemError `unavailable` where there is an authority that does not say that it did.
 */
export function revokeAllTokens(context: TokenContext, clientId: string): Promise<Effect> {
  return ask(context, 'revoke', clientId)
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

async function ask({ tokens }: TokenContext, what: 'count' | 'revoke', clientId: string): Promise<Effect> {
  if (!tokens) return unknownEffect
  try {
    if ((silentUntil.get(tokens) ?? 0) > Date.now()) throw new Error('tokens did not answer a moment ago')
    return checked(
      what,
      await withinDeadline(patience, callAuthority(tokens, what, clientId), () => fellSilent(tokens)),
    )
  } catch (cause) {
    throw new ProblemError('unavailable', {
      detail: 'The authorization server does not answer.',
      retryAfter: 5,
      cause,
    })
  }
}

/** Async, so that an authority that throws at once is like one that rejects. */
async function callAuthority(tokens: TokenAuthority, what: 'count' | 'revoke', clientId: string): Promise<TokenCount> {
  return tokens[what]({ clientId })
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
