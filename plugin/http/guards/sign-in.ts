import type { Request } from 'express'
import { isPrincipal, principalShape, type Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { Authenticate } from '../router-context.js'

/**
 * Asks the host who calls. Before anything of the request is read or judged, so that nobody learns anything, or has
 * anything done, without being known.
 *
 * @throws ProblemError `not_signed_in`.
 * @throws whatever the host's function throws: an outage of its session store is no reason to sign anybody out.
 */
export async function signIn(request: Request, authenticate: Authenticate): Promise<Principal> {
  const principal: unknown = await authenticate(request)
  if (principal === null || principal === undefined) {
    throw new ProblemError('not_signed_in', { detail: 'This request carries no sign-in that is known here.' })
  }
  if (!isPrincipal(principal)) {
    throw new TypeError(`authenticate() must return ${principalShape}, or null for nobody`)
  }
  return principal
}
