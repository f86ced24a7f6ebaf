import type { Fault } from './faults.js'
import { canonicalHost, isAscii, isLoopback } from './host.js'
import { judgeList, type ItemFault } from './item-fault.js'
import { defaultLimits } from './limits.js'
import { hasUriCharacters, isSoundPort, isWebScheme, splitUri, type RawUri } from './raw-uri.js'
import { judgeAndSuggest, tidyPort } from './uri-correction.js'

export interface OriginOptions {
  /** Whether `http` is accepted beyond the three loopback hosts. */
  readonly insecureOrigins?: boolean
}

/**
 * Whether an app may register this origin: `scheme://host[:port]`, exactly as a browser sends it (RFC 6454 §7, Fetch
 * §3.2), since at run time it is compared byte by byte.
 *
 * @returns every reason against it, none when it is sound; those that have an obvious correction carry it.
 */
export function checkOrigin(origin: string, policy: OriginOptions = {}): Fault[] {
  return judgeAndSuggest(origin, (text) => judge(text, policy), corrected)
}

/** A list of them: each by the rule above, no two equal, and not too many (`max`, 12 by default). */
export function checkOrigins(
  origins: readonly string[],
  { max = defaultLimits.allowed_origins_max, ...policy }: OriginOptions & { readonly max?: number } = {},
): ItemFault[] {
  return judgeList(origins, max, { code: 'origin_duplicate' }, (origin) => checkOrigin(origin, policy))
}

/** Run time: byte equality with one of the registered origins. `null` and `*` stand for more than one site: never. */
export function originMatches(allowed: readonly string[], origin: string): boolean {
  return origin !== 'null' && origin !== '*' && allowed.includes(origin)
}

function judge(origin: string, { insecureOrigins = false }: OriginOptions): Fault[] {
  // Far more than a scheme, a host and a port have in any script.
  if (origin.length > defaultLimits.uri_length_max) return [{ code: 'origin_malformed' }]
  if (origin.toLowerCase() === 'null') return [{ code: 'origin_null' }]
  if (origin.includes('*')) return [{ code: 'origin_wildcard' }]
  const raw = splitUri(origin)
  if (!raw) return [{ code: 'origin_malformed' }]
  if (!isWebScheme(raw.scheme)) return [{ code: 'origin_scheme', scheme: raw.scheme.toLowerCase() }]
  const { scheme, userinfo, host = '', port, path, query, fragment } = raw
  const canonical = canonicalHost(host)
  const ascii = isAscii(host)
  if (!canonical || !hasUriCharacters(ascii ? origin : origin.replace(host, '')) || !isReadablePort(port)) {
    return [{ code: 'origin_malformed' }]
  }
  const faults: Fault[] = []
  if (userinfo !== undefined) faults.push({ code: 'origin_userinfo' })
  if (path || query !== undefined || fragment !== undefined) faults.push({ code: 'origin_path' })
  if (!ascii) faults.push({ code: 'origin_host_not_ascii' })
  if (scheme !== scheme.toLowerCase() || (ascii && canonical !== host) || writtenPort(raw) !== port) {
    faults.push({ code: 'origin_not_canonical' })
  }
  if (!insecureOrigins && scheme.toLowerCase() === 'http' && !isLoopback(canonical)) {
    faults.push({ code: 'origin_insecure' })
  }
  return faults
}

/** The form that a browser sends, where only notation separates it from what was given. */
function corrected(origin: string): string | undefined {
  if (origin.length > defaultLimits.uri_length_max) return undefined
  const raw = splitUri(origin)
  const host = raw && canonicalHost(raw.host ?? '')
  if (!host || raw.userinfo !== undefined || raw.query !== undefined || raw.fragment !== undefined) return undefined
  const port = writtenPort(raw)
  return /^\/*$/.test(raw.path) ? `${raw.scheme.toLowerCase()}://${host}${port ? `:${port}` : ''}` : undefined
}

/** Notations of a sound port, which are then not canonical rather than malformed. */
function isReadablePort(port: string | undefined): boolean {
  return port === '' || isSoundPort(tidyPort(port))
}

/** The port as a browser writes it: without zeros, and not at all where it is the scheme's own. */
function writtenPort({ scheme, port }: RawUri): string | undefined {
  const number = tidyPort(port)
  return !number || number === (scheme.toLowerCase() === 'https' ? '443' : '80') ? undefined : number
}
