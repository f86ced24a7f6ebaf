import type { Request } from 'express'

/** Where the router is mounted: what the host says, else the path that this request came by. */
export function mountUrl(request: Request, publicUrl: string | undefined): string {
  return (publicUrl ?? request.baseUrl).replace(/\/+$/, '')
}
