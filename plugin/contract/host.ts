/** The three hosts that are the user's own machine (RFC 8252 §7.3). `127.0.0.2` and `*.localhost` are not. */
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** DNS labels, with the underscore that some zones have; the last dot names the root. */
const hostName = /^(?=.{1,254}$)(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?$/

export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host)
}

/**
 * Characters of a host and of one of its labels, in any script: of four of them, composition may make one (Unicode §3.11),
 * and DNS takes 254 and 63. Punycode takes time that grows with the square of a label, 28 seconds for 130,000 ideographs.
 */
const longest = { host: 4 * 254, label: 4 * 63 } as const

/** Punycode, lower case, IPv4 in four decimals, IPv6 compressed (URL Standard); `undefined` when it is no host at all. */
export function canonicalHost(host: string): string | undefined {
  if (host.length > longest.host || host.split('.').some(({ length }) => length > longest.label)) return undefined
  // `new URL()` drops tabs and line breaks, and would read the rest of these as other parts of a URL.
  if (/[\p{Cc}\s/?#@\\]|^\[.*\].|^[^[].*:/u.test(host)) return undefined
  const hostname = parseUrl(`https://${host}`)?.hostname
  if (hostname === undefined || !(hostname.startsWith('[') || hostName.test(hostname))) return undefined
  // An IPv4 address has no root to name: `127.0.0.1.` is read by some as an address and by others as a name.
  return host.endsWith('.') && !hostname.endsWith('.') ? undefined : hostname
}

/** `undefined` instead of an exception; `URL.parse` is too young. */
export function parseUrl(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}
