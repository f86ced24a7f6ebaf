import type { Response } from 'express'

/** What every answer says, unless its handler knows better: for this caller only, and nothing but what it says it is. */
export function markPrivate(response: Response): void {
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
}
