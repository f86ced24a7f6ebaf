import { suggestionOf } from '../../../plugin/contract/faults.js'
import { checkOrigin, checkOrigins, originMatches } from '../../../plugin/contract/origin.js'
import { checkWebUrl } from '../../../plugin/contract/web-url.js'
import { codesOf, expectSame, type Case } from './case.js'

type Verdict = readonly [address: string, codes: string, suggestion?: string]

const origins: readonly Verdict[] = [
  ['http://localhost:3000', ''],
  ['http://[::1]', ''],
  ['https://xn--exmple-cua.com', ''],
  ['null', 'origin_null'],
  ['*', 'origin_wildcard'],
  ['example.com', 'origin_malformed'],
  ['https://a.example,https://b.example', 'origin_malformed'],
  ['https://example.com:0', 'origin_malformed'],
  ['https://exam\tple.com', 'origin_malformed'],
  ['https://127.0.0.1.', 'origin_malformed'],
  ['https://exämple.com', 'origin_host_not_ascii', 'https://xn--exmple-cua.com'],
  ['HTTPS://EXAMPLE.com:443/', 'origin_path origin_not_canonical', 'https://example.com'],
  ['http://localhost:80', 'origin_not_canonical', 'http://localhost'],
  ['https://example.com:0443', 'origin_not_canonical', 'https://example.com'],
  ['https://example.com:', 'origin_not_canonical', 'https://example.com'],
  ['https://example.com#', 'origin_path'],
  ['http://127.0.0.2', 'origin_insecure'],
  ['http://EXAMPLE.com', 'origin_not_canonical origin_insecure'],
  ['chrome-extension://abc', 'origin_scheme'],
]

const webUrls: readonly Verdict[] = [
  ['https://example.com/a*b?c=[d]#e', ''],
  ['https://example.com./', ''],
  ['example.com/terms', 'url_not_absolute', 'https://example.com/terms'],
  ['ftp://example.com', 'url_scheme'],
  ['https://*.example.com', 'url_malformed'],
  ['https://example.com\\x', 'url_malformed'],
  ['https://example.com/\u202Emoc', 'url_malformed'],
  ['https://example.com:0', 'url_malformed'],
  ['https://example.com,https://evil.example', 'url_malformed'],
  ['https:example.com', 'url_no_host'],
  ['https://ex..ample/', 'url_no_host'],
  ['https://user@example.com', 'url_userinfo'],
  ['https://0x7f.1/', 'url_host_not_canonical', 'https://127.0.0.1/'],
  ['https://exämple.com/ü?ö#ä', 'url_not_ascii', 'https://xn--exmple-cua.com/%C3%BC?%C3%B6#%C3%A4'],
  ['https://example.com/日本', 'url_not_ascii', 'https://example.com/%E6%97%A5%E6%9C%AC'],
  [`https://example.com/${'a'.repeat(2029)}`, 'url_too_long'],
]

export const addressCases: readonly Case[] = [
  ...origins.map((verdict) => caseOf('origin', verdict, checkOrigin)),
  ...webUrls.map((verdict) => caseOf('web URL', verdict, checkWebUrl)),
  {
    title: 'a host may let origins be http, and then their corrections too',
    check() {
      expectSame(checkOrigin('http://example.com', { insecureOrigins: true }), [])
      expectSame(checkOrigin('http://EXAMPLE.com', { insecureOrigins: true }).map(suggestionOf), ['http://example.com'])
    },
  },
  {
    title: 'of two equal origins the second is at fault',
    check() {
      expectSame(checkOrigins(['https://a.example', 'https://a.example']), [
        { index: 1, fault: { code: 'origin_duplicate' } },
      ])
    },
  },
  {
    title: 'an origin matches byte for byte, and null and * match nothing',
    check() {
      expectSame(originMatches(['https://a.example'], 'https://a.example'), true)
      expectSame(originMatches(['https://a.example'], 'https://A.example'), false)
      expectSame(originMatches(['null', '*'], 'null'), false)
      expectSame(originMatches(['null', '*'], '*'), false)
    },
  },
]

function caseOf(
  what: string,
  [address, codes, suggestion]: Verdict,
  check: (address: string) => ReturnType<typeof checkWebUrl>,
): Case {
  return {
    title: `the ${what} ${JSON.stringify(address).slice(0, 60)} ${codes === '' ? 'is accepted' : `is refused with ${codes}`}`,
    check() {
      const faults = check(address)
      expectSame(codesOf(faults).join(' '), codes)
      expectSame(faults.map(suggestionOf).find(Boolean), suggestion, 'suggestion:')
    },
  }
}
