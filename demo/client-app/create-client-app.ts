import { fileURLToPath } from 'node:url'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { issuerOf } from '../honour-apps.js'
import { portals } from '../portals/index.js'
import { apiPath, type Portal } from '../portals/portal.js'
import { indexPage, portalPage } from './client-pages.js'
import { PortalClient, reasonOf } from './portal-client.js'
import { Sessions, type ClientSession } from './sessions.js'

export interface ClientAppOptions {
  /** Where browsers find it. */
  readonly origin: string
  /** Where they find the portals. */
  readonly portals: string
}

/** Somebody else's app, on an origin of its own: it signs people in through the portals, and calls their APIs. */
export function createClientApp({ origin: own, portals: origin }: ClientAppOptions): Express {
  const sessions = new Sessions()
  const app = express()
  app.disable('x-powered-by')
  app.use(strictPolicy(origin))
  app.use('/assets', express.static(fileURLToPath(new URL('../pages/assets', import.meta.url))))
  app.get('/', (_request, response) => void response.type('html').send(indexPage(portals)))
  for (const portal of portals) app.use(`/${portal.name}`, portalRoutes(portal))
  return app

  function portalRoutes(portal: Portal): express.Router {
    const router = express.Router()
    const home = `/${portal.name}`
    const addresses = {
      issuer: issuerOf(origin, portal),
      apps: origin + apiPath(portal),
      redirectUri: `${own}${home}/callback`,
    }
    const client = new PortalClient(addresses)
    const api = `${origin}/${portal.name}/api/v1/me`

    /** Every step ends on the page of the portal, which says how it went. */
    function step(take: (session: ClientSession, request: Request) => Promise<string>): RequestHandler {
      return async (request, response) => {
        const session = sessions.of(request, response, portal.name)
        try {
          session.told = await take(session, request)
        } catch (error) {
          session.told = `That did not work. ${reasonOf(error)}`
        }
        response.redirect(303, home)
      }
    }

    function show(request: Request, response: Response): void {
      const session = sessions.of(request, response, portal.name)
      response.set('Cache-Control', 'no-store').type('html')
      response.send(portalPage({ portal, origin, own, addresses, session }))
      delete session.told
    }

    router.get('/', show)
    router.post(
      '/credentials',
      express.urlencoded({ extended: false, limit: '10kb' }),
      step((session, { body }) => {
        session.credentials = { clientId: field(body, 'client_id'), clientSecret: field(body, 'client_secret') }
        delete session.tokens
        return Promise.resolve('The app knows its credentials.')
      }),
    )
    router.get('/sign-in', async (request, response) => {
      const session = sessions.of(request, response, portal.name)
      try {
        if (!session.credentials) throw new Error('It has no credentials yet.')
        const { address, pending } = await client.signIn(session.credentials)
        session.pending = pending
        response.redirect(303, address.href)
      } catch (error) {
        session.told = `That did not work. ${reasonOf(error)}`
        response.redirect(303, home)
      }
    })
    router.get(
      '/callback',
      step(async (session, request) => {
        const { credentials, pending } = session
        delete session.pending
        if (!credentials || !pending) throw new Error('No sign-in was under way.')
        session.tokens = await client.redeem(credentials, pending, new URL(request.originalUrl, own))
        return `Signed in with ${portal.title}.`
      }),
    )
    router.post(
      '/own-token',
      step(async (session) => {
        if (!session.credentials) throw new Error('It has no credentials yet.')
        session.tokens = await client.actForItself(session.credentials)
        return 'The app has a token.'
      }),
    )
    router.post(
      '/refresh',
      step(async (session) => {
        const { credentials, tokens } = session
        if (!credentials || tokens?.refreshToken === undefined) throw new Error('There is no refresh token.')
        session.tokens = await client.refresh(credentials, tokens.refreshToken)
        return 'The app has a new token.'
      }),
    )
    router.post(
      '/call',
      step(async ({ tokens }) => {
        if (!tokens) throw new Error('Nobody has signed in.')
        const answer = await fetch(api, { headers: { authorization: `Bearer ${tokens.accessToken}` } })
        return `${answer.status} ${answer.headers.get('www-authenticate') ?? ''} ${await answer.text()}`
      }),
    )
    router.get('/token', (request, response) => {
      const { tokens } = sessions.of(request, response, portal.name)
      response.set('Cache-Control', 'no-store')
      response.json({ access_token: tokens?.accessToken ?? null, api })
    })
    return router
  }
}

function field(body: unknown, name: string): string {
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : ''
  return typeof value === 'string' ? value.trim() : ''
}

function strictPolicy(portalsOrigin: string): RequestHandler {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ${portalsOrigin}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    next()
  }
}
