import type { Request } from 'express'
import { isPrincipal, type Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { RouterContext } from '../router-context.js'

/** In whose name somebody registers a client, and for whom that counts. */
export interface Registrant {
  readonly principal: Principal
  /** The principal or, where anybody may register, the address that a request comes from. */
  readonly countedAs: string
}

/**
 * Asks the host whose initial access token this is (RFC 7591 §3), before anything else of the request is read.
 *
 * @throws ProblemError `not_signed_in`; a token that is no good is refused also where none is needed.
 */
export async function identifyRegistrant(
  request: Request,
  { registration }: Pick<RouterContext, 'registration'>,
): Promise<Registrant> {
  const token = bearerToken(request)
  if (token === undefined && registration?.open) {
    return { principal: registration.open, countedAs: `address:${request.ip ?? ''}` }
  }
  const principal = token === undefined ? null : await registration?.verifyInitialAccessToken?.(token)
  if (principal === null || principal === undefined) {
    throw new ProblemError('not_signed_in', { detail: 'Send an initial access token as Authorization: Bearer.' })
  }
  if (!isPrincipal(principal)) {
    throw new TypeError('verifyInitialAccessToken() must return { id, name, organizations }, or null')
  }
  return { principal, countedAs: principal.id }
}

/** RFC 6750 §2.1: in this header and nowhere else, since addresses and bodies are written down. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.get('Authorization') ?? '')?.[1]
}
