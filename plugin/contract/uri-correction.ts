import { canonicalHost, isAscii, isLoopback } from './host.js'
import type { Fault } from './faults.js'
import { isWebScheme, splitUri, trimUri, type RawUri } from './raw-uri.js'

type Correctable = Extract<Fault, { readonly suggestion?: string }>

const correctable: ReadonlySet<string> = new Set<Correctable['code']>([
  'uri_not_absolute',
  'uri_malformed',
  'uri_fragment',
  'uri_insecure',
  'uri_loopback_https',
  'uri_scheme_needs_native',
  'uri_scheme_needs_dot',
  'uri_host_not_ascii',
  'origin_malformed',
  'origin_path',
  'origin_not_canonical',
  'origin_host_not_ascii',
  'url_malformed',
  'url_not_absolute',
  'url_host_not_canonical',
  'url_not_ascii',
])

/** Somebody's `example.com/cb` or `localhost:3000`: an address without its scheme. */
const bareAddress =
  /^(?:\/\/)?(localhost|\[[\da-f:.]+\]|(?:[\p{L}\p{M}\d-]+\.)+(?:\p{L}[\p{L}\p{M}\d-]+|\d+))(?::\d+)?(?=[/?#]|$)/iu

/**
 * The obvious corrections that change what a URI looks like and not where it leads: blanks around it, a missing scheme,
 * letter case, the canonical host, a port's zeros, characters that go percent-encoded. What is left wrong stays wrong.
 */
export function tidyUri(text: string): RawUri | undefined {
  const trimmed = trimUri(text)
  const bare = bareAddress.exec(trimmed)
  const raw = splitUri(bare ? withScheme(trimmed, bare[1] ?? '') : trimmed)
  if (!raw) return undefined
  const path = encodeNonAscii(raw.path)
  const query = raw.query === undefined ? undefined : encodeNonAscii(raw.query)
  const fragment = raw.fragment === undefined ? undefined : encodeNonAscii(raw.fragment)
  if (!isWebScheme(raw.scheme)) return { ...raw, path, query, fragment }
  const host = raw.host === undefined ? undefined : canonicalHost(raw.host)
  // Without the authority, `//` at the beginning of the path would name another host.
  if (raw.host !== undefined && host === undefined) return undefined
  const port = raw.port === '' ? undefined : tidyPort(raw.port)
  return { ...raw, scheme: raw.scheme.toLowerCase(), host, port, path, query, fragment }
}

/** The faults of an address; those that a correction would mend carry it, once it has passed the same rule. */
export function judgeAndSuggest(
  text: string,
  judge: (text: string) => Fault[],
  correct: (text: string) => string | undefined,
): Fault[] {
  const faults = judge(text)
  const suggestion = faults.some(isCorrectable) ? correct(text) : undefined
  if (suggestion === undefined || judge(suggestion).length > 0) return faults
  return faults.map((fault) => (isCorrectable(fault) ? { ...fault, suggestion } : fault))
}

/** Without the zeros that a browser leaves away. */
export function tidyPort(port: string | undefined): string | undefined {
  return port?.replace(/^0+(?=\d)/, '')
}

function isCorrectable(fault: Fault): fault is Correctable {
  return correctable.has(fault.code)
}

function withScheme(address: string, host: string): string {
  return `${isLoopback(host.toLowerCase()) ? 'http' : 'https'}://${address.replace(/^\/\//, '')}`
}

/** Text that nobody can see or store is left as it is, so that it is refused. */
function encodeNonAscii(text: string): string {
  return isAscii(text) || /[\p{C}\p{Z}]/u.test(text) ? text : text.replace(/[^\0-\x7f]+/g, encodeURIComponent)
}
