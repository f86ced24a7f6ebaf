import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { MaybeAsync } from '../maybe-async.js'
import type { Registry } from '../registry/registry.js'

export interface CorsOptions {
  /**
   * Which app (`client_id`) the token of a request was issued to; `null` where there is no token, or none that is known: the
   * API refuses that one, and its answer can be read. What this throws goes to the host's error handler.
   */
  readonly clientOf: (request: Request) => MaybeAsync<string | null | undefined>
  /** What the API's methods are. Default `GET HEAD POST PUT PATCH DELETE`. */
  readonly methods?: readonly string[]
  /** Headers that requests may have beyond those that any page may send. Default `Authorization Content-Type`. */
  readonly allowedHeaders?: readonly string[]
  /** Headers of answers that pages may read. Default `WWW-Authenticate`, which says why a token is refused (RFC 6750 §3). */
  readonly exposedHeaders?: readonly string[]
  /** Seconds for which a browser need not ask again before a request. Default 600. */
  readonly maxAge?: number
}

/**
 * Lets pages on the allowed origins of apps use the host's public API (Fetch, CORS protocol). Compared byte for byte, and
 * answered for that one origin alone. Before a request, and without a token, nobody knows the app: then an origin of any
 * enabled app will do; with a token only one of that token's app. Never with cookies (`Access-Control-Allow-Credentials`),
 * since any developer may register an app.
 */
export function createCors(registry: Pick<Registry, 'isOriginAllowed'>, options: CorsOptions): RequestHandler {
  const { clientOf, methods = defaultMethods, maxAge = 600 } = options
  const { allowedHeaders = ['Authorization', 'Content-Type'], exposedHeaders = ['WWW-Authenticate'] } = options
  const preflightHeaders = {
    'Access-Control-Allow-Methods': methods.join(', '),
    ...(allowedHeaders.length > 0 && { 'Access-Control-Allow-Headers': allowedHeaders.join(', ') }),
    'Access-Control-Max-Age': String(maxAge),
  }
  const answerHeaders = exposedHeaders.length > 0 ? { 'Access-Control-Expose-Headers': exposedHeaders.join(', ') } : {}

  async function allowedOrigin(request: Request, preflight: boolean): Promise<string | undefined> {
    const origin = request.get('Origin')
    if (origin === undefined) return undefined
    const clientId = preflight ? undefined : clientIdOf(await clientOf(request))
    return (await registry.isOriginAllowed(origin, clientId)) ? origin : undefined
  }

  async function serve(request: Request, response: Response, next: NextFunction): Promise<void> {
    // Before anything can fail: a cache must never give one origin the answer for another.
    response.vary('Origin')
    const preflight = isPreflight(request)
    const origin = await allowedOrigin(request, preflight)
    if (origin !== undefined) {
      response.set({ 'Access-Control-Allow-Origin': origin, ...(preflight ? preflightHeaders : answerHeaders) })
    }
    if (preflight) response.status(204).end()
    else next()
  }

  // Express 4 does not look at what a handler returns, so its rejection is handed on here.
  return (request, response, next) => void serve(request, response, next).catch(next)
}

const defaultMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** A question of the browser's own; any other OPTIONS is the API's to answer. */
function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.get('Origin') !== undefined &&
    request.get('Access-Control-Request-Method') !== undefined
  )
}

/** The host's function may be plain JavaScript: what is no client ID must not pass for there being none. */
function clientIdOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value
  throw new TypeError('clientOf() must return the client_id of the app that the token was issued to, or null')
}
