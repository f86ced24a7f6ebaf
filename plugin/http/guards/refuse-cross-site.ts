import type { Request } from 'express'
import { ProblemError } from '../../problem-error.js'
import { originOf } from '../request-origin.js'
import { isSafe } from './safe-methods.js'

/** Where else than from its own origin a browser may change something. */
export interface SiteTrust {
  readonly publicUrl?: string | undefined
  readonly trustedOrigins: readonly string[]
}

/**
 * Refuses requests that another site makes with the user's cookies: `multipart/form-data` needs no preflight. The
 * browser says where a request comes from, and no page can make it say otherwise: in `Sec-Fetch-Site` (W3C Fetch
 * Metadata), or, where that is missing, in `Origin` (RFC 6454 §7). Who sends neither is no browser and has no cookies to abuse.
 *
 * @throws ProblemError `cross_site`.
 */
export function refuseCrossSite(request: Request, trust: SiteTrust): void {
  if (isSafe(request.method)) return
  const origin = request.get('Origin')
  if (origin !== undefined && trust.trustedOrigins.includes(origin)) return
  const site = request.get('Sec-Fetch-Site')
  const own = site === undefined ? isOwnOrigin(origin, request, trust) : site === 'same-origin' || site === 'none'
  if (own) return
  throw new ProblemError('cross_site', {
    detail:
      'The browser says that a page of another origin sent this. If that page is yours, add its origin to ' +
      'trustedOrigins; behind a proxy, set publicUrl.',
  })
}

function isOwnOrigin(origin: string | undefined, request: Request, trust: SiteTrust): boolean {
  if (origin === undefined) return true
  return origin === originOf(request) || (trust.publicUrl !== undefined && origin === new URL(trust.publicUrl).origin)
}
