import type { KoaContextWithOIDC } from 'oidc-provider'
import { originMatches } from '../contract/origin.js'
import type { RecentClients } from './recent-clients.js'

/** What the pages of an app may call; nobody's page calls the others. */
const methods: Readonly<Record<string, string>> = {
  '/token': 'POST',
  '/revoke': 'POST',
  '/introspect': 'POST',
  '/userinfo': 'GET, POST',
  '/jwks': 'GET',
  '/.well-known/openid-configuration': 'GET',
  '/.well-known/oauth-authorization-server': 'GET',
}

/** What an app may be asked by the library: the same rule as for the host's API. */
export function isOriginOf(allowedOrigins: unknown, origin: string): boolean {
  return Array.isArray(allowedOrigins) && originMatches(allowedOrigins.filter(isString), origin)
}

/**
 * Cross-origin requests (Fetch): oidc-provider answers a preflight for any origin, and names the origin of a request before
 * it knows the app. Here a preflight is answered for an origin of any enabled app, and what is answered can be read by pages
 * on an origin of the app that asked; metadata by pages of any app.
 */
export function answerCrossOrigin({ isOriginKnown }: Pick<RecentClients, 'isOriginKnown'>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    const origin = ctx.get('Origin')
    const allowed = methods[ctx.path]
    ctx.vary('Origin')
    if (ctx.method === 'OPTIONS') {
      ctx.status = 204
      if (allowed === undefined || origin === '' || !(await isOriginKnown(origin))) return
      ctx.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': allowed,
        'Access-Control-Allow-Headers': 'Authorization, Content-Type',
        'Access-Control-Max-Age': '600',
      })
      return
    }
    await next()
    if (origin !== '' && allowed !== undefined && (await isReadable(ctx, origin))) return
    ctx.remove('Access-Control-Allow-Origin')
    ctx.remove('Access-Control-Expose-Headers')
  }

  async function isReadable(ctx: KoaContextWithOIDC, origin: string): Promise<boolean> {
    if (methods[ctx.path] === 'GET') return isOriginKnown(origin)
    const client = ctx.oidc.client
    return client !== undefined && isOriginOf(client['allowed_origins'], origin)
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
