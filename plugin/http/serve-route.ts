import type { Request, RequestHandler, Response } from 'express'
import { operations } from '../contract/operations.js'
import { routes, type RouteName } from '../contract/routes.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AcceptedBody } from './body/body-type.js'
import type { OperationBodyReader } from './body/create-body-reader.js'
import { hasPrincipal, identify } from './guards/identify.js'
import { limitRate } from './guards/limit-rate.js'
import { refuseCrossSite } from './guards/refuse-cross-site.js'
import { bearerToken } from './guards/registrant.js'
import type { HandlerRequest } from './handler.js'
import { handlers } from './handlers/index.js'
import { readIdempotencyKey } from './idempotency-key.js'
import { readIfMatch } from './if-match.js'
import { mountUrl } from './mount-url.js'
import { prefersRepresentation } from './prefer.js'
import { readQuery } from './read-query.js'
import type { RouterContext } from './router-context.js'
import { sendAnswer } from './send-answer.js'

/** What is in a path where an id belongs: no database is asked for anything else. */
const idLike = /^[\x21-\x7e]{1,200}$/

/**
 * Translates between Express and the handler of one route. The order is the promise: where it comes from, who it is,
 * how much they have asked for, and only then what it says.
 */
export function serveRoute(name: RouteName, context: RouterContext, readBody: OperationBodyReader): RequestHandler {
  const serve = async (request: Request, response: Response): Promise<void> => {
    refuseCrossSite(request, context)
    const { principal, countedAs } = await identify(name, request, context)
    if (countedAs !== undefined) await limitRate(request, response, countedAs, context.rateLimits)
    const call = {
      principal,
      token: 'token' in routes[name] ? bearerToken(request) : undefined,
      params: request.params,
      query: readQuery(request.url),
      body: await readBody(request, response, bodyOf(name)),
      ifMatch: 'ifMatch' in operations[name] ? readIfMatch(request.get('If-Match')) : 'absent',
      idempotencyKey: 'idempotent' in operations[name] ? readIdempotencyKey(request.get('Idempotency-Key')) : undefined,
      prefersRepresentation: 'prefer' in operations[name] && prefersRepresentation(request.get('Prefer')),
      mount: mountUrl(request, context.publicUrl),
    }
    if (!isCallOf(name, call)) throw new ProblemError('not_found')
    await sendAnswer(request, response, await handlers[name](call, context.registry))
  }
  // Express 4 does not look at what a handler returns, so its rejection is handed on here.
  return (request, response, next) => void serve(request, response).catch(next)
}

type Call = Omit<HandlerRequest<RouteName>, 'principal' | 'params'> & {
  readonly principal: Principal | null
  readonly params: unknown
}

/** Whether the parameters are those of the route, and worth looking up. */
function isCallOf<Name extends RouteName>(name: Name, call: Call): call is Call & HandlerRequest<Name> {
  const operation = operations[name]
  if (hasPrincipal(name) !== (call.principal !== null)) return false
  if (!('params' in operation)) return true
  const { success, data } = operation.params.safeParse(call.params)
  return success && Object.values(data).every((value) => idLike.test(value))
}

function bodyOf(name: RouteName): AcceptedBody | undefined {
  const operation = operations[name]
  if (!('body' in operation)) return undefined
  return { multipart: 'multipart' in operation, bodyOptional: 'bodyOptional' in operation }
}
