/** A URI cut at its delimiters (RFC 3986, appendix B) and nothing else: what `new URL()` would repair is still there. */
export interface RawUri {
  readonly scheme: string
  /** `undefined` where no `//` follows the scheme; the other parts are `undefined` where their delimiter is missing. */
  readonly userinfo: string | undefined
  readonly host: string | undefined
  readonly port: string | undefined
  readonly path: string
  /** Without the `?`. */
  readonly query: string | undefined
  /** Without the `#`. */
  readonly fragment: string | undefined
}

const uriParts = /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is
const authorityParts = /^(?:(.*)@)?(\[[^\]]*\]|[^:]*)(?::(.*))?$/s
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i
const withinBlanks = /[^\p{C}\p{Z}](?:.*[^\p{C}\p{Z}])?/su
const severalUris = /,[a-z][a-z\d+.-]*:\//i

/** `undefined` when the text has no scheme. */
export function splitUri(text: string): RawUri | undefined {
  const [, scheme, authority, path = '', query, fragment] = uriParts.exec(text) ?? []
  if (scheme === undefined) return undefined
  const [, userinfo, host, port] = authority === undefined ? [] : (authorityParts.exec(authority) ?? [])
  return { scheme, userinfo, host, port, path, query, fragment }
}

export function joinUri({ scheme, userinfo, host, port, path, query, fragment }: RawUri): string {
  const authority = host === undefined ? '' : `//${before(userinfo, '@')}${host}${after(':', port)}`
  return `${scheme}:${authority}${path}${after('?', query)}${after('#', fragment)}`
}

/** Without the spaces and control characters around it that come with copying. */
export function trimUri(text: string): string {
  return withinBlanks.exec(text)?.[0] ?? ''
}

/** Whether the text is made of RFC 3986's characters only, and of one URI only. */
export function hasUriCharacters(text: string): boolean {
  return uriCharacters.test(text) && !severalUris.test(text)
}

/** 1 to 65535, as a browser writes it; a missing port is sound, an empty one is not. */
export function isSoundPort(port: string | undefined): boolean {
  return port === undefined || (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535)
}

export function isWebScheme(scheme: string): boolean {
  return /^https?$/i.test(scheme)
}

function before(part: string | undefined, delimiter: string): string {
  return part === undefined ? '' : part + delimiter
}

function after(delimiter: string, part: string | undefined): string {
  return part === undefined ? '' : delimiter + part
}
