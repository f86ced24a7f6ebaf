import type { RequestHandler } from 'express'
import type Provider from 'oidc-provider'
import { routes } from './provider-configuration.js'

const wellKnown = '/.well-known/oauth-authorization-server'

const addresses = new Set<string>([...Object.values(routes), wellKnown, '/.well-known/openid-configuration'])

/**
 * The server as middleware, wherever it is mounted: it answers what is below the issuer, as the public sees it, and the
 * metadata of an issuer with a path where RFC 8414 §3.1 looks for it. All else is the host's.
 */
export function createServerRouter(provider: Provider, issuer: string): RequestHandler {
  const { pathname } = new URL(issuer)
  const base = pathname === '/' ? '' : pathname
  const session = provider.cookieName('session')
  const serve = provider.callback()

  function addressIn(path: string): string | undefined {
    if (base !== '' && path === `${wellKnown}${base}`) return wellKnown
    if (!path.startsWith(`${base}/`)) return undefined
    const address = path.slice(base.length)
    return addresses.has(address) || /^\/authorize\/[\w-]+$/.test(address) ? address : undefined
  }

  return (request, response, next) => {
    const [path = '', query] = request.originalUrl.split(/\?(.*)/s)
    const address = addressIn(path)
    if (address === undefined) {
      next()
      return
    }
    request.url = query === undefined ? address : `${address}?${query}`
    request.originalUrl = base + request.url
    // Who is signed in is for the host to say, each time: it has other ways to sign people out.
    request.headers.cookie = withoutCookies(request.headers.cookie, session)
    serve(request, response).catch(next)
  }
}

function withoutCookies(header = '', prefix: string): string {
  return header
    .split(';')
    .filter((cookie) => !cookie.trim().startsWith(prefix))
    .join(';')
}
