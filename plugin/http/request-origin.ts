import type { Request } from 'express'

/** The origin that a request was sent to, as the client wrote it; a proxy is believed only if Express trusts it. */
export function originOf(request: Request): string {
  return `${request.protocol}://${hostOf(request)}`
}

/** Host and port. Express 4 has no such thing: its `req.host` leaves the port out. */
function hostOf(request: Request): string {
  const forwarded = isProxyTrusted(request) ? request.get('X-Forwarded-Host') : undefined
  const [first = ''] = (forwarded ?? request.get('Host') ?? '').split(',', 1)
  return first.trim()
}

/** Express keeps what its setting `trust proxy` means as a function of an address and its distance. */
function isProxyTrusted(request: Request): boolean {
  const trusts: unknown = request.app.get('trust proxy fn')
  return isAddressTest(trusts) && trusts(request.socket.remoteAddress, 0)
}

function isAddressTest(value: unknown): value is (address: string | undefined, distance: number) => boolean {
  return typeof value === 'function'
}
