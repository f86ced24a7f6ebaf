import { timingSafeEqual, createHash } from 'node:crypto'
import express, { type RequestHandler, type Router } from 'express'
import type { Grants, GrantSelection } from './grants.js'

/**
 * What RFC 7009 and RFC 7662 do not offer, as they know single tokens only: how many grants there are, which, and to end or
 * narrow them. Keycloak, Hydra and others each have such an interface of their own; this is the one of this server.
 */
export function adminRoutes(grants: Grants, adminToken: string): Router {
  const router = express.Router()
  router.use(requireToken(adminToken))
  router.get('/grants', ({ query }, response) => {
    const { limit, after } = query
    const all = grants.list(selectionIn(query))
    const start = all.findIndex(({ id }) => id === after) + 1
    const items = all.slice(start, start + Number(limit ?? 20))
    const more = start + items.length < all.length
    response.json({ items, next: more ? (items.at(-1)?.id ?? null) : null })
  })
  router.get('/grants/count', ({ query }, response) => {
    response.json(grants.count(selectionIn(query)))
  })
  router.delete('/grants', ({ query }, response) => {
    const of = selectionIn(query)
    // There is no selection of everything.
    if (Object.values(of).every((value) => value === undefined)) response.sendStatus(400)
    else response.json(grants.revoke(of))
  })
  router.patch('/grants/:id', express.json(), (request, response) => {
    const body: unknown = request.body
    const scopes: unknown = typeof body === 'object' && body !== null && 'scopes' in body ? body.scopes : undefined
    const isList = Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string')
    response.sendStatus(isList ? (grants.narrow(request.params.id, scopes) ? 204 : 404) : 400)
  })
  return router
}

function requireToken(token: string): RequestHandler {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return (request, response, next) => {
    const given = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? ''
    if (timingSafeEqual(digest(given), digest(token))) next()
    else response.sendStatus(401)
  }
}

function selectionIn(query: Readonly<Record<string, unknown>>): GrantSelection {
  const text = (name: string): string | undefined => (typeof query[name] === 'string' ? query[name] : undefined)
  return { client_id: text('client_id'), user_id: text('user_id'), grant_id: text('grant_id') }
}
