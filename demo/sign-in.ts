import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Principal } from '../plugin/principal.js'
import { isDemoRole, principals, type DemoRole } from './principals.js'

const cookieName = 'demo_role'
const signedOut = 'nobody'

/** The demo's sign-in: a bearer token names a role, for programs, or a cookie does, for the pages. */
export function authenticate(request: Request): Principal | null {
  const bearer = /^Bearer demo-([a-z-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  const role = request.headers.authorization === undefined ? cookieRole(request) : bearer
  return role !== undefined && isDemoRole(role) ? principals[role] : null
}

/** Whom a page behind {@link welcome} greets: who is signed in, and on a first visit whom it is about to sign in. */
export function visitorOf(request: Request, role: DemoRole): Principal | null {
  return cookieRole(request) === undefined ? principals[role] : authenticate(request)
}

/** Signs a new visitor of a page in, so that a fresh demo works at the first click. */
export function welcome(role: DemoRole): RequestHandler {
  return (request, response, next) => {
    if (cookieRole(request) === undefined) setRole(response, role)
    next()
  }
}

/** `GET /sign-in` says who is signed in and who could be; `POST /sign-in` with `{role}` switches. */
export function signInRoutes(): Router {
  const router = express.Router()
  router.get('/sign-in', (request, response) => {
    response.set('Cache-Control', 'no-store').json({
      role: authenticate(request)?.id ?? signedOut,
      roles: [
        ...Object.values(principals).map(({ id, name }) => ({ role: id, name })),
        { role: signedOut, name: null },
      ],
    })
  })
  router.post('/sign-in', express.json({ limit: '1kb' }), (request, response) => {
    const body: unknown = request.body
    const role = typeof body === 'object' && body !== null && 'role' in body ? body.role : undefined
    if (typeof role !== 'string' || (role !== signedOut && !isDemoRole(role))) {
      response.sendStatus(400)
      return
    }
    setRole(response, role)
    response.sendStatus(204)
  })
  return router
}

function cookieRole(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookieName}=([a-z-]+)`).exec(request.headers.cookie ?? '')?.[1]
}

function setRole(response: { cookie: express.Response['cookie'] }, role: string): void {
  response.cookie(cookieName, role, { httpOnly: true, sameSite: 'lax', path: '/' })
}
