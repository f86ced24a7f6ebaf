import fc from 'fast-check'
import { applicationTypes } from '../../../plugin/contract/app-values.js'
import { suggestionOf } from '../../../plugin/contract/faults.js'
import { checkOrigin } from '../../../plugin/contract/origin.js'
import { redirectUriMatches } from '../../../plugin/contract/redirect-uri-match.js'
import { checkRedirectUri } from '../../../plugin/contract/redirect-uri.js'
import { createSecret, isWellFormedSecret } from '../../../plugin/contract/secret-format.js'
import { checkText, normalizeText } from '../../../plugin/contract/text.js'
import { checkWebUrl } from '../../../plugin/contract/web-url.js'
import type { Case } from './case.js'

const pieces = [
  ...['http', 'https', 'HTTPS', 'com.example.app', 'javascript', 'cursor', ':', '://', '//', '/', '?', '#', '@', ','],
  ...['example.com', 'EXAMPLE.com', 'exämple.com', 'localhost', '127.0.0.1', '0x7f.1', '[::1]', '[0:0::1]', '*.', 'a'],
  ...[':443', ':80', ':0', ':65536', ':', '.', '..', '%2e', '%2F', '%', '\\', ' ', '\t', '\n', '\0', 'code=1', '&x'],
  ...['\u202E', '\u200B', '\uD800', '日本', '。', '<', '"'],
]

/** Near misses find more than noise does; noise is there too. */
const addresses = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((parts) => `https://example.com${parts.join('')}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary' }),
)
const types = fc.constantFrom(...applicationTypes)
const secretBytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

export const propertyCases: readonly Case[] = [
  {
    title: 'an accepted redirect URI leads where it says: parsing it changes neither scheme nor host',
    check() {
      always(addresses, types, (uri, applicationType) => {
        if (checkRedirectUri(uri, { applicationType }).length > 0) return true
        const { protocol, host } = new URL(uri)
        if (!/^https?:/.test(protocol)) return true
        // Of the origin, only the scheme's own port may be left out by the parser.
        return uri.startsWith(`${protocol}//${host}`) && redirectUriMatches([uri], uri, applicationType)
      })
    },
  },
  {
    title: 'every correction of a redirect URI is itself accepted',
    check() {
      always(addresses, types, (uri, applicationType) =>
        checkRedirectUri(uri, { applicationType })
          .flatMap((fault) => suggestionOf(fault) ?? [])
          .every((suggestion) => checkRedirectUri(suggestion, { applicationType }).length === 0),
      )
    },
  },
  {
    title: 'an accepted origin is exactly what a browser sends, and so is every correction',
    check() {
      always(addresses, types, (origin) => {
        const faults = checkOrigin(origin, { insecureOrigins: true })
        const sound = faults.length === 0 ? [origin] : faults.flatMap((fault) => suggestionOf(fault) ?? [])
        return sound.every((one) => new URL(one).origin === one)
      })
    },
  },
  {
    title: 'an accepted web URL is http or https without a user, and so is every correction',
    check() {
      always(addresses, types, (url) => {
        const faults = checkWebUrl(url)
        const sound = faults.length === 0 ? [url] : faults.flatMap((fault) => suggestionOf(fault) ?? [])
        return sound.every((one) => {
          const { protocol, username, hostname } = new URL(one)
          return /^https?:$/.test(protocol) && username === '' && one.toLowerCase().includes(`//${hostname}`)
        })
      })
    },
  },
  {
    title: 'any text gets a verdict, and the normalised text gets the same one',
    check() {
      const kinds = fc.constantFrom('client_name' as const, 'description' as const, 'secret_name' as const)
      always(fc.string({ unit: 'binary' }), kinds, (text, kind) => {
        const normal = normalizeText(text)
        return normalizeText(normal) === normal && sameVerdict(checkText(kind, text), checkText(kind, normal))
      })
    },
  },
  {
    title: 'every secret is well formed, and no longer so after any change of one character',
    check() {
      always(
        secretBytes,
        fc.tuple(fc.nat(52), fc.constantFrom('0', 'A', 'a', 'z', '_', '-', 'é')),
        (bytes, [at, other]) => {
          const secret = createSecret(bytes, 'oak_')
          const changed = secret.slice(0, at) + other + secret.slice(at + 1)
          return isWellFormedSecret(secret, 'oak_') && (changed === secret || !isWellFormedSecret(changed, 'oak_'))
        },
      )
    },
  },
]

function always<A, B>(some: fc.Arbitrary<A>, others: fc.Arbitrary<B>, holds: (a: A, b: B) => boolean): void {
  fc.assert(fc.property(some, others, holds), { numRuns: 1000 })
}

function sameVerdict(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other)
}
