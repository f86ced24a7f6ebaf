import type { Fault } from './faults.js'
import { canonicalHost, isAscii } from './host.js'
import { defaultLimits } from './limits.js'
import { hasUriCharacters, isSoundPort, isWebScheme, joinUri, splitUri, trimUri } from './raw-uri.js'
import { judgeAndSuggest, tidyUri } from './uri-correction.js'

/**
 * Whether an app may name this page as its website, privacy policy or terms. It becomes a link that strangers click, so
 * it must be http or https and look like where it leads; elements check again before they render one.
 *
 * @param options - `maxLength` in characters, 2048 by default.
 * @returns every reason against it, none when it is sound; those that have an obvious correction carry it.
 */
export function checkWebUrl(
  url: string,
  { maxLength = defaultLimits.uri_length_max }: { maxLength?: number } = {},
): Fault[] {
  return judgeAndSuggest(url, (text) => judge(text, maxLength), corrected)
}

function corrected(url: string): string | undefined {
  const tidy = tidyUri(url)
  return tidy && joinUri(tidy)
}

function judge(url: string, maxLength: number): Fault[] {
  if (url.length > maxLength) return [{ code: 'url_too_long', max: maxLength }]
  const raw = splitUri(trimUri(url))
  if (!raw) return [{ code: 'url_not_absolute' }]
  const { scheme, userinfo, host = '', port } = raw
  if (!isWebScheme(scheme)) return [{ code: 'url_scheme', scheme: scheme.toLowerCase() }]
  const faults: Fault[] = []
  const visible = !/[\p{C}\p{Z}]/u.test(url)
  const ascii = isAscii(url)
  const sound = visible && hasUriCharacters(url.replace(/[^\0-\x7f]/g, '')) && isSoundPort(port)
  if (!sound || host.includes('*')) faults.push({ code: 'url_malformed' })
  if (visible && !ascii) faults.push({ code: 'url_not_ascii' })
  if (userinfo !== undefined) faults.push({ code: 'url_userinfo' })
  const canonical = canonicalHost(host)
  if (!host || (sound && canonical === undefined && !host.includes('*'))) faults.push({ code: 'url_no_host' })
  if (canonical !== undefined && isAscii(host) && canonical !== host.toLowerCase()) {
    faults.push({ code: 'url_host_not_canonical' })
  }
  return faults
}
