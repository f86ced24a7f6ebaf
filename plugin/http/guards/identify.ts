import type { Request } from 'express'
import { routes, type RouteName, type RouteShape } from '../../contract/routes.js'
import type { Principal } from '../../principal.js'
import type { RouterContext } from '../router-context.js'
import { bearerToken, identifyRegistrant } from './registrant.js'
import { signIn } from './sign-in.js'

/** Who calls a route, and for whom that counts; of a route for anybody nobody asks. */
export interface Identity {
  readonly principal: Principal | null
  /** Nobody, where nothing is counted. */
  readonly countedAs?: string
}

/**
 * Makes sure that whoever calls may: before anything of the request is read or judged.
 *
 * @throws ProblemError `not_signed_in` or, for a client that is disabled, `forbidden`.
 */
export async function identify(name: RouteName, request: Request, context: RouterContext): Promise<Identity> {
  const { signedIn, token }: RouteShape = routes[name]
  if (signedIn) {
    const principal = await signIn(request, context.authenticate)
    return { principal, countedAs: principal.id }
  }
  if (token === 'initial') return identifyRegistrant(request, context)
  if (token === undefined) return { principal: null }
  const clientId = String(request.params['client_id'])
  await context.registry.readRegistration(clientId, bearerToken(request))
  return { principal: null, countedAs: `client:${clientId}` }
}

/** Whether a handler knows in whose name it is called. */
export function hasPrincipal(name: RouteName): boolean {
  const { signedIn, token }: RouteShape = routes[name]
  return signedIn || token === 'initial'
}
