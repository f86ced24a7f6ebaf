import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What a host allows beside the public internet. */
export interface AllowedAddresses {
  /** This very machine: 127.0.0.0/8 and ::1. */
  readonly loopback: boolean
  /** Networks of an organisation: RFC 1918, RFC 4193 and, of carriers, RFC 6598. */
  readonly private: boolean
}

const privateRanges: readonly string[] = ['private', 'uniqueLocal', 'carrierGradeNat']

/** Metadata services of clouds (Amazon, Google, Alibaba, Azure) beside the link-local one: in ranges that may be allowed. */
const metadata: readonly string[] = ['fd00:ec2::254', 'fd20:ce::254', '100.100.100.200', '168.63.129.16']

/** All that is routed globally (RFC 4291 §2.4, IANA). Beyond it are forms that lead to IPv4 in disguise. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Whether something may be sent to this address. What is neither public nor allowed is not: link-local addresses and the
 * metadata services of clouds among them, multicast, what is reserved, and IPv4 in IPv6 (mapped, translated, tunnelled)
 * where it is not public either.
 *
 * @param address IPv4 or IPv6, as a resolver gives it; with or without brackets.
 */
export function isAllowedAddress(address: string, allowed: AllowedAddresses): boolean {
  const text = address.replace(/^\[(.*)\]$/, '$1')
  // Scopes name an interface of this machine; `1.2.3` and `0x7f.1` are no form that a resolver gives.
  if (text.includes('%') || isIP(text) === 0) return false
  // The only form with dots that leads to IPv4 everywhere.
  if (text.includes(':') && text.includes('.') && !/^::ffff:/i.test(text)) return false
  const parsed = ipaddr.process(text)
  if (metadata.includes(parsed.toString())) return false
  const range = parsed.range()
  if (range === 'loopback') return allowed.loopback
  if (privateRanges.includes(range)) return allowed.private
  if (range !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast)
}

/** Whether a host is an address and no name. */
export function isAddress(host: string): boolean {
  return isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0
}
