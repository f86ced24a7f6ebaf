import type { ApplicationType } from '../../../plugin/contract/app-values.js'
import { suggestionOf } from '../../../plugin/contract/faults.js'
import { redirectUriMatches } from '../../../plugin/contract/redirect-uri-match.js'
import { checkRedirectUri, checkRedirectUris } from '../../../plugin/contract/redirect-uri.js'
import { codesOf, expectSame, type Case } from './case.js'

type Verdict = readonly [uri: string, type: ApplicationType, codes: string, suggestion?: string]

const verdicts: readonly Verdict[] = [
  ['https://example.com/cb[1]?a[]=b', 'web', ''],
  ['https://[2001:db8::1]:8443/cb', 'web', ''],
  ['https://example.com/a..b/...', 'web', ''],
  ['com.Example.App:/cb', 'native', ''],
  ['Cursor://anysphere/cb', 'native', ''],
  ['https://app.example.com/universal-link', 'native', ''],
  ['https://example.com/cb,https://example.com/cb2', 'web', 'uri_malformed'],
  ['https://example.com/cb https://example.com/cb2', 'web', 'uri_malformed'],
  [' https://example.com/cb', 'web', 'uri_malformed', 'https://example.com/cb'],
  ['https://example.com/50%', 'web', 'uri_malformed'],
  ['https://example.com/%zz', 'web', 'uri_malformed'],
  ['https://example.com\\@evil.example/', 'web', 'uri_malformed uri_userinfo'],
  ['https://example.com/grüße', 'web', 'uri_malformed', 'https://example.com/gr%C3%BC%C3%9Fe'],
  ['https://EXAMPLE.com/CB', 'web', 'uri_malformed', 'https://example.com/CB'],
  // Without the host that is none, what follows would be another host.
  ['https://example com//evil.example/cb', 'web', 'uri_malformed'],
  ['https://example..com//evil.example/cb#', 'web', 'uri_fragment uri_no_host'],
  ['https:////evil.example/cb#', 'web', 'uri_fragment uri_no_host'],
  ['https://example.com:0/cb', 'web', 'uri_malformed'],
  ['https://example.com:65536/cb', 'web', 'uri_malformed'],
  ['https://example.com:08443/cb', 'web', 'uri_malformed', 'https://example.com:8443/cb'],
  ['https://0x7f.1/cb', 'web', 'uri_malformed', 'https://127.0.0.1/cb'],
  ['https://0177.0.0.1/cb', 'web', 'uri_malformed', 'https://127.0.0.1/cb'],
  ['com.example.app:cb', 'native', 'uri_malformed'],
  ['com.example.app://host:/cb', 'native', 'uri_malformed'],
  ['com.example.app://ho[st/cb', 'native', 'uri_malformed'],
  ['https://exämple.com/cb', 'web', 'uri_host_not_ascii', 'https://xn--exmple-cua.com/cb'],
  ['http://exämple.com/cb', 'web', 'uri_host_not_ascii uri_insecure', 'https://xn--exmple-cua.com/cb'],
  ['example.com/cb', 'web', 'uri_not_absolute', 'https://example.com/cb'],
  ['//example.com/cb', 'web', 'uri_not_absolute', 'https://example.com/cb'],
  ['localhost:3000/cb', 'web', 'uri_scheme_needs_native', 'http://localhost:3000/cb'],
  ['http://Example.com:80/cb#', 'web', 'uri_fragment uri_malformed uri_insecure', 'https://example.com/cb'],
  ['http://127.0.0.2/cb', 'native', 'uri_insecure', 'https://127.0.0.2/cb'],
  ['http://app.localhost/cb', 'native', 'uri_insecure', 'https://app.localhost/cb'],
  ['https://localhost/cb', 'web', ''],
  ['https://localhost/cb', 'native', 'uri_loopback_https', 'http://localhost/cb'],
  ['https://[::1]:8443/cb', 'native', 'uri_loopback_https', 'http://[::1]:8443/cb'],
  ['https://user:pass@example.com/cb', 'web', 'uri_userinfo'],
  ['com.example.app://user@host/cb', 'native', 'uri_userinfo'],
  ['https://', 'web', 'uri_no_host'],
  ['https:example.com/cb', 'web', 'uri_no_host'],
  ['https://:8080/cb', 'web', 'uri_no_host'],
  ['https://example..com/cb', 'web', 'uri_no_host'],
  ['https://example.com/a/..;x=1/b', 'web', 'uri_dot_segments'],
  ['https://example.com/a%2F..', 'web', 'uri_dot_segments'],
  ['https://example.com/%252e%252e/', 'web', ''],
  ['https://example.com/?next=/../', 'web', ''],
  ['com.example.app:/a/../b', 'native', 'uri_dot_segments'],
  ['java\tscript:alert(1)', 'web', 'uri_forbidden_scheme'],
  ['%6Aavascript:alert(1)', 'native', 'uri_forbidden_scheme'],
  ['ｊavascript:alert(1)', 'native', 'uri_forbidden_scheme'],
  ['view-source:https://example.com/', 'native', 'uri_forbidden_scheme'],
  ['web+com.example:/cb', 'native', 'uri_scheme_needs_dot'],
  ['urn:ietf:wg:oauth:2.0:oob', 'native', 'uri_scheme_needs_dot'],
  ['com..example:/cb', 'native', 'uri_scheme_needs_dot'],
  ['https://example.com/cb?state=1&x=2', 'web', 'uri_reserved_query'],
  ['https://example.com/cb?%63ode', 'web', 'uri_reserved_query'],
  ['https://example.com/cb?code=1&iss=2', 'web', 'uri_reserved_query uri_reserved_query'],
  ['https://example.com/cb?Code=1&statement=2', 'web', ''],
  [`https://example.com/${'a'.repeat(2028)}`, 'web', ''],
  [`https://example.com/${'a'.repeat(2029)}`, 'web', 'uri_too_long'],
]

const schemes = ['cursor', 'javascript', 'web+known']

export const redirectUriCases: readonly Case[] = [
  ...verdicts.map(([uri, applicationType, codes, suggestion]): Case => {
    const verdict = codes === '' ? 'is accepted' : `is refused with ${codes}`
    return {
      title: `the ${applicationType} redirect URI ${JSON.stringify(uri).slice(0, 60)} ${verdict}`,
      check() {
        const faults = checkRedirectUri(uri, { applicationType, schemes })
        expectSame(codesOf(faults).join(' '), codes)
        expectSame(faults.map(suggestionOf).find(Boolean), suggestion, 'suggestion:')
      },
    }
  }),
  {
    title: 'a scheme that the host lists is still refused when it is dangerous or a web+ scheme',
    check() {
      const check = (uri: string) => codesOf(checkRedirectUri(uri, { applicationType: 'native', schemes }))
      expectSame(check('javascript://x/%0aalert(1)'), ['uri_forbidden_scheme'])
      expectSame(check('web+known:/cb'), ['uri_scheme_needs_dot'])
    },
  },
  {
    title: 'of two equal redirect URIs the second is at fault, and a list that is too long is so as a whole',
    check() {
      const uris = ['https://a.example/', 'https://b.example/', 'https://a.example/', 'x']
      expectSame(checkRedirectUris(uris, { applicationType: 'web', max: 3 }), [
        { fault: { code: 'too_many', max: 3 } },
        { index: 2, fault: { code: 'uri_duplicate' } },
      ])
    },
  },
  {
    title: 'text of half a million blanks costs next to nothing to refuse',
    check() {
      const started = performance.now()
      checkRedirectUri(`x${' '.repeat(500_000)}x`, { applicationType: 'web' })
      if (performance.now() - started > 500) throw new Error('it took more than half a second')
    },
  },
  {
    title: 'the port of a requested redirect URI may differ for native apps on loopback only',
    check() {
      const match = redirectUriMatches
      expectSame(match(['http://127.0.0.1/cb'], 'http://127.0.0.1:5/cb', 'native'), true)
      expectSame(match(['http://127.0.0.1/cb'], 'http://127.0.0.1:5/cb', 'web'), false)
      expectSame(match(['http://127.0.0.1/cb'], 'http://localhost:5/cb', 'native'), false)
      expectSame(match(['http://127.0.0.1/cb'], 'http://127.0.0.1:65536/cb', 'native'), false)
      expectSame(match(['http://127.0.0.1/cb'], 'http://127.0.0.1:/cb', 'native'), false)
      expectSame(match(['http://example.com/cb'], 'http://example.com:5/cb', 'native'), false)
      expectSame(match(['https://localhost/cb'], 'https://localhost:5/cb', 'native'), false)
      expectSame(match(['http://127.0.0.1'], 'http://127.0.0.1.evil.example', 'native'), false)
    },
  },
]
