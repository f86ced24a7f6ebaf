import type { ApplicationType } from './app-values.js'
import type { Fault } from './faults.js'
import { canonicalHost, isAscii, isLoopback, parseUrl } from './host.js'
import { judgeList, type ItemFault } from './item-fault.js'
import { defaultLimits } from './limits.js'
import { hasUriCharacters, isSoundPort, isWebScheme, joinUri, splitUri, trimUri, type RawUri } from './raw-uri.js'
import { judgeAndSuggest, tidyUri } from './uri-correction.js'

export interface RedirectUriOptions {
  readonly applicationType: ApplicationType
  /** Private-use schemes without a dot that native apps may use, for example `cursor`. */
  readonly schemes?: readonly string[]
  /** In characters. */
  readonly maxLength?: number
}

const forbiddenSchemes = new Set(
  'javascript vbscript data blob file about filesystem view-source ws wss ftp mailto tel intent'.split(' '),
)

/** What an authorization server adds to the answer (RFC 6749, RFC 9207, OIDC): an app must not be able to forge it. */
const reservedParameters = new Set(
  (
    'code state iss error error_description error_uri response ' +
    'id_token access_token token_type expires_in session_state'
  ).split(' '),
)

const reverseDomain = /^[a-z][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)+$/i

/**
 * Whether an app may register this redirect URI (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §2.1 and §4.1, OIDC Registration
 * §2). The raw string is judged, since `new URL()` repairs what must be refused.
 *
 * @returns every reason against it, none when it is sound; those that have an obvious correction carry it, and the
 * correction has passed this same rule.
 */
export function checkRedirectUri(uri: string, options: RedirectUriOptions): Fault[] {
  return judgeAndSuggest(
    uri,
    (text) => judge(text, options),
    (text) => corrected(text, options.applicationType),
  )
}

/** A list of them: each by the rule above, no two equal, and not too many (`max`, 12 by default). */
export function checkRedirectUris(
  uris: readonly string[],
  { max = defaultLimits.redirect_uris_max, ...options }: RedirectUriOptions & { readonly max?: number },
): ItemFault[] {
  return judgeList(uris, max, { code: 'uri_duplicate' }, (uri) => checkRedirectUri(uri, options))
}

function judge(
  uri: string,
  { applicationType, schemes = [], maxLength = defaultLimits.uri_length_max }: RedirectUriOptions,
): Fault[] {
  if (uri.length > maxLength) return [{ code: 'uri_too_long', max: maxLength }]
  const disguised = undisguisedScheme(uri)
  if (forbiddenSchemes.has(disguised)) return [{ code: 'uri_forbidden_scheme', scheme: disguised }]
  const raw = splitUri(trimUri(uri))
  if (!raw) return [{ code: 'uri_not_absolute' }]
  const web = isWebScheme(raw.scheme)
  const foreignHost = web && raw.host !== undefined && !isAscii(raw.host) && !/\p{Cc}/u.test(raw.host)
  const sound = hasUriCharacters(foreignHost ? uri.replace(raw.host, '') : uri) && isSoundPort(raw.port)
  const faults: Fault[] = sound ? [] : [{ code: 'uri_malformed' }]
  if (raw.fragment !== undefined) faults.push({ code: 'uri_fragment' })
  if (raw.userinfo !== undefined) faults.push({ code: 'uri_userinfo' })
  if (uri.includes('*')) faults.push({ code: 'uri_wildcard' })
  if (hasDotSegments(raw.path)) faults.push({ code: 'uri_dot_segments' })
  if (foreignHost) faults.push({ code: 'uri_host_not_ascii' })
  faults.push(...(web ? judgeWeb(raw, applicationType, sound) : judgePrivate(raw, applicationType, schemes)))
  for (const parameter of new Set(new URLSearchParams(raw.query).keys())) {
    if (reservedParameters.has(parameter)) faults.push({ code: 'uri_reserved_query', parameter })
  }
  return faults.length > 0 || parseUrl(uri) ? oneMalformed(faults) : [{ code: 'uri_malformed' }]
}

function judgeWeb({ scheme, host }: RawUri, type: ApplicationType, sound: boolean): Fault[] {
  if (!host) return sound ? [{ code: 'uri_no_host' }] : []
  const faults: Fault[] = []
  const canonical = canonicalHost(host)
  if (canonical === undefined && sound && isAscii(host) && !host.includes('*')) return [{ code: 'uri_no_host' }]
  if (scheme !== scheme.toLowerCase() || (canonical !== undefined && canonical !== host && isAscii(host))) {
    faults.push({ code: 'uri_malformed' })
  }
  const secure = scheme.toLowerCase() === 'https'
  if (!secure && !isLoopback(canonical ?? host)) faults.push({ code: 'uri_insecure' })
  if (secure && type === 'native' && isLoopback(host)) faults.push({ code: 'uri_loopback_https' })
  return faults
}

function judgePrivate({ scheme, host, path }: RawUri, type: ApplicationType, schemes: readonly string[]): Fault[] {
  if (type === 'web') return [{ code: 'uri_scheme_needs_native', scheme }]
  const name = scheme.toLowerCase()
  const listed = schemes.some((one) => one.toLowerCase() === name) && name !== 'urn' && !name.startsWith('web+')
  if (!listed && !reverseDomain.test(scheme)) return [{ code: 'uri_scheme_needs_dot', scheme }]
  return host === undefined && !path.startsWith('/') ? [{ code: 'uri_malformed' }] : []
}

/** What a lenient reader would take for the scheme: through blanks, look-alike letters and percent-encoding. */
function undisguisedScheme(uri: string): string {
  const plain = uri
    .replace(/%[0-7][\da-f]/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)))
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}]/gu, '')
  return /^([a-z-]+):/i.exec(plain)?.[1]?.toLowerCase() ?? ''
}

/** Servers disagree on when `%2e`, `%2f` and `%5c` are decoded, and some drop what follows a `;` first. */
function hasDotSegments(path: string): boolean {
  const decoded = path.replace(/%(2e|2f|5c|3b)/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)))
  return /(?:^|[/\\])\.{1,2}(?:[/\\;]|$)/.test(decoded)
}

function oneMalformed(faults: readonly Fault[]): Fault[] {
  const first = faults.findIndex(({ code }) => code === 'uri_malformed')
  return faults.filter(({ code }, index) => code !== 'uri_malformed' || index === first)
}

function corrected(uri: string, applicationType: ApplicationType): string | undefined {
  const tidy = tidyUri(uri)
  if (!tidy) return undefined
  const whole = { ...tidy, fragment: undefined }
  if (!isWebScheme(tidy.scheme)) return joinUri(whole)
  const { scheme, host = '', port } = whole
  const wanted = !isLoopback(host) ? 'https' : applicationType === 'native' ? 'http' : scheme
  const default_ = scheme === 'https' ? '443' : '80'
  return joinUri({ ...whole, scheme: wanted, port: wanted !== scheme && port === default_ ? undefined : port })
}
