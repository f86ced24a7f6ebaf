import type { Request, RequestHandler, Response } from 'express'
import { ProblemError } from '../problem-error.js'
import { bearerToken, findAccessToken, type AccessToken } from './access-tokens.js'
import type { ConfigurationContext } from './provider-configuration.js'
import { onceAMinute } from './once-a-minute.js'
import { keepOAuthContext, type OAuthContext } from './oauth-context.js'
import type { AuthorizationServerOptions } from './options.js'

/** RFC 6750 §3.1. */
interface Refusal {
  readonly status: 400 | 401 | 403 | 503
  /** None where nothing was tried. */
  readonly error?: string
  readonly description: string
  readonly scope?: string
}

const noToken: Refusal = { status: 401, description: 'This needs an access token.' }
const malformed: Refusal = {
  status: 400,
  error: 'invalid_request',
  description: 'The Authorization header is malformed.',
}
const invalid: Refusal = {
  status: 401,
  error: 'invalid_token',
  description: 'The access token has expired or been revoked, or is none.',
}

export interface ApiGuard {
  requireScopes(...scopes: readonly string[]): RequestHandler
  clientOf(request: Request): Promise<string | null>
}

export function createApiGuard(context: ConfigurationContext, options: AuthorizationServerOptions): ApiGuard {
  const { scopes: rules, store, logger, clock } = context
  const stamps = onceAMinute()

  async function stamp({ grantId, app }: AccessToken): Promise<void> {
    const key = grantId ?? app.client_id
    if (!stamps.isDue(key, clock())) return
    try {
      await store.stampUse(grantId, app.client_id, clock())
    } catch (err) {
      stamps.forget(key)
      // A database that is too busy for a date is no reason to turn an app away.
      logger.warn({ client_id: app.client_id, err }, 'token.use_not_stamped')
    }
  }

  async function judge(request: Request, needed: readonly string[]): Promise<OAuthContext | Refusal> {
    const value = bearerToken(request)
    if (value === undefined) return noToken
    if (value === null) return malformed
    const token = await findAccessToken(context, value)
    if (!token) return invalid
    const missing = needed.filter((name) => !token.scopes.includes(name))
    if (missing.length > 0) {
      const description = `The access token lacks ${missing.join(', ')}.`
      return { status: 403, error: 'insufficient_scope', description, scope: needed.join(' ') }
    }
    const user = token.accountId === null ? null : ((await options.findAccount(token.accountId)) ?? undefined)
    if (user === undefined) return invalid
    await stamp(token)
    return { app: token.app, user, scopes: token.scopes, tokenId: token.id }
  }

  return {
    requireScopes(...needed) {
      const unknown = needed.filter((name) => !rules.all.includes(name))
      if (unknown.length > 0) throw new TypeError(`requireScopes: there is no scope ${unknown.join(', ')}`)
      const guard = async (request: Request, response: Response): Promise<boolean> => {
        const verdict = await judge(request, needed).catch(unavailable)
        if ('status' in verdict) return refuse(response, options.issuer, verdict)
        keepOAuthContext(request, verdict)
        return true
      }
      // Express 4 does not look at what a handler returns, so its rejection is handed on here.
      return (request, response, next) =>
        void guard(request, response).then((passed) => {
          if (passed) next()
        }, next)
    },

    async clientOf(request) {
      const value = bearerToken(request)
      const token = value ? await findAccessToken(context, value) : undefined
      return token?.app.client_id ?? null
    },
  }
}

function unavailable(error: unknown): Refusal {
  if (!(error instanceof ProblemError) || error.code !== 'unavailable') throw error
  return { status: 503, error: 'temporarily_unavailable', description: 'Try again in a few seconds.' }
}

function refuse(response: Response, issuer: string, { status, error, description, scope }: Refusal): false {
  if (status === 503) response.set('Retry-After', '5')
  else {
    const attributes = {
      realm: issuer,
      ...(error && { error, error_description: description }),
      ...(scope && { scope }),
    }
    const list = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)
    response.set('WWW-Authenticate', `Bearer ${list.join(', ')}`)
  }
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ error: error ?? 'invalid_token', error_description: description })
  return false
}
