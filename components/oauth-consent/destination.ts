import { canonicalHost, isLoopback } from '../../plugin/contract/host.js'
import { isWebScheme, splitUri } from '../../plugin/contract/raw-uri.js'

/** Where an answer goes, as much of it as a stranger can judge. */
export interface Destination {
  readonly name: string
  /** Whether it is a program on the person's own device (RFC 8252 §7) and not a site. */
  readonly onDevice: boolean
}

/**
 * The host of a redirect URI, with a port that is not the scheme's own; of a private-use scheme (RFC 8252 §7.1) the
 * scheme, which names the program. What cannot be taken apart is told as it is.
 */
export function destinationOf(redirectUri: string): Destination {
  const uri = splitUri(redirectUri)
  if (!uri) return { name: redirectUri, onDevice: false }
  if (!isWebScheme(uri.scheme)) return { name: uri.scheme, onDevice: true }
  const { host = '', port } = uri
  const name = canonicalHost(host) ?? host
  return { name: port === undefined ? name : `${name}:${port}`, onDevice: isLoopback(name) }
}
