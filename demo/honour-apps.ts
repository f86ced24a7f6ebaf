import { generateKeyPairSync, randomBytes } from 'node:crypto'
import express, { type Router } from 'express'
import { createAuthorizationServer, oauthContextOf } from '../plugin/authorization-server/index.js'
import type { OAuthApps } from '../plugin/index.js'
import { consentRoutes } from './consent.js'
import type { Portal } from './portals/portal.js'
import { findPrincipal } from './principals.js'

/** Sessions and ID tokens of the demo end with it: a real host keeps its keys where it keeps its other secrets. */
const keys = { keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })] }
const cookieKeys = [randomBytes(32).toString('base64')]

/** Where the authorization server of a portal is. */
export function issuerOf(origin: string, { name }: Pick<Portal, 'name'>): string {
  return `${origin}/${name}/oauth`
}

/**
 * What makes the apps of a portal work: its authorization server at `/<portal>/oauth`, its consent page, and a public API
 * at `/<portal>/api/v1` that their tokens open.
 */
export function honourApps(portal: Portal, apps: OAuthApps, origin: string): Router {
  const router = express.Router()
  const api = `/${portal.name}/api/v1`
  const server = createAuthorizationServer(apps, {
    issuer: issuerOf(origin, portal),
    serviceName: portal.title,
    keys,
    cookieKeys,
    findAccount(id) {
      const person = findPrincipal(id)
      return person && { id: person.id, name: person.name, claims: { name: person.name, email: person.email } }
    },
    ...(portal.introduced && { clientIdMetadataDocuments: { scopes: portal.introduced } }),
    claims: { openid: ['name', 'email'] },
    interactionUrl: (uid) => `/${portal.name}/oauth/interaction/${uid}`,
  })
  router.use(server.router)
  router.use(`/${portal.name}/oauth/interaction`, consentRoutes(portal, server))
  router.use(api, apps.cors({ clientOf: (request) => server.clientOf(request) }))
  router.get(`${api}/me`, server.requireScopes(), (request, response) => {
    const { app, user, scopes } = oauthContextOf(request)
    response.json({ app: app.client_name, user: user?.name ?? null, scopes })
  })
  return router
}
