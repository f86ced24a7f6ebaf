import { randomBytes } from 'node:crypto'
import express, { type Express } from 'express'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'
import { adminRoutes } from './admin-routes.js'
import { Grants } from './grants.js'
import { MemoryStore } from './memory-store.js'

export interface OtherServerOptions {
  readonly issuer: string
  /** With which clients may be registered at `/reg` (RFC 7591 §3). */
  readonly initialAccessToken: string
  /** For `/admin`. */
  readonly adminToken: string
  readonly store?: MemoryStore
}

/**
 * An authorization server that knows nothing of the kit: oidc-provider with its own registration endpoint. One line is there
 * for the kit's sake, `idFactory`.
 */
export function createOtherServer({ issuer, initialAccessToken, adminToken, store }: OtherServerOptions): Express {
  const kept = store ?? new MemoryStore()
  const provider = new Provider(issuer, {
    adapter: kept.adapter,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: ['openid', 'files:read', 'files:write'],
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    pkce: { required: () => true },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      registration: { enabled: true, initialAccessToken, idFactory: softwareId },
      registrationManagement: { enabled: true, rotateRegistrationAccessToken: true },
      // Its own pages to sign in and to consent, good enough for an example: any name signs in.
      devInteractions: { enabled: true },
    },
  })
  const site = express()
  site.use('/admin', adminRoutes(new Grants(kept), adminToken))
  site.use(provider.callback())
  return site
}

/**
 * The client is called what the app is called, so that an app which is enabled again is the client that it was, with all that
 * people allowed it. Only who has the initial access token gets here; anybody else's clients would need ids of their own.
 */
function softwareId(ctx: KoaContextWithOIDC): string {
  const asked = ctx.oidc.body?.['software_id']
  return typeof asked === 'string' && /^[a-z2-7]{26}$/.test(asked) ? asked : randomBytes(16).toString('hex')
}
