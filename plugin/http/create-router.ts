import type { RequestHandler, Router } from 'express'
import { routes } from '../contract/routes.js'
import { ProblemError } from '../problem-error.js'
import { createBodyReader } from './body/create-body-reader.js'
import { markPrivate } from './guards/private-answer.js'
import { refuseOtherMethods } from './guards/refuse-other-methods.js'
import { takeTurns } from './guards/take-turns.js'
import { loadExpress } from './load-peer.js'
import { offeredRoutes } from './offered-routes.js'
import { sendAsRegistrationError } from './registration/send-as-registration-error.js'
import type { RouterContext } from './router-context.js'
import { problemSender } from './send-problem.js'
import { serveRoute } from './serve-route.js'

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/**
 * The management API as a router: mount it under any path, of Express 4 or 5. It reads bodies itself, so nothing has to
 * come before it but what the host's sign-in needs.
 *
 * @throws Error where Express or multer is not installed, naming the command that installs it.
 */
export function createRouter(context: RouterContext): Router {
  const router = loadExpress().Router({ caseSensitive: true })
  const readBody = createBodyReader(context.uploadTimeoutMs)
  const names = offeredRoutes(context.registry.capabilities)
  router.use(privateAnswers, takeTurns())
  const registrationErrors = problemSender(context.logger, sendAsRegistrationError)
  for (const name of names) {
    const handlers = [serveRoute(name, context, readBody), ...('token' in routes[name] ? [registrationErrors] : [])]
    router[verbs[routes[name].method]](routes[name].path, ...handlers)
  }
  for (const path of new Set(names.map((name) => routes[name].path))) router.all(path, refuseOtherMethods(path, names))
  router.use(refuseUnknownAddress)
  router.use(problemSender(context.logger))
  return router
}

const privateAnswers: RequestHandler = (_request, response, next) => {
  markPrivate(response)
  next()
}

const refuseUnknownAddress: RequestHandler = () => {
  throw new ProblemError('not_found', { detail: 'No part of this API has this address.' })
}
