import type { RequestHandler } from 'express'
import { routes, type RouteName } from '../../contract/routes.js'
import { ProblemError } from '../../problem-error.js'

/** For what no route of an address has answered: its methods, asked for (`OPTIONS`) or as a refusal (RFC 9110 §15.5.6). */
export function refuseOtherMethods(path: string, offered: readonly RouteName[]): RequestHandler {
  const methods = offered
    .map((name) => routes[name])
    .filter((route) => route.path === path)
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  const allow = [...methods, 'OPTIONS'].join(', ')
  return (request, response) => {
    response.set('Allow', allow)
    if (request.method !== 'OPTIONS') {
      throw new ProblemError('method_not_allowed', { detail: `This address takes ${allow}.` })
    }
    response.status(204).end()
  }
}
