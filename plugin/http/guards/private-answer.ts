import type { Response } from 'express'

/** What every answer says, unless its handler knows better: for this caller only, and nothing but what it says it is. */
export function markPrivate(response: Response): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
}
