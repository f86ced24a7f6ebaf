import type { Jwks } from './app.js'
import type { FieldFault } from './faults.js'
import { jsonPointer } from './json-pointer.js'

/** What a public key of each kind must have (RFC 7518 §6, RFC 8037 §2). Symmetric keys (`oct`) are no public keys. */
const publicMembers: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['crv', 'x', 'y']],
  ['OKP', ['crv', 'x']],
])

/** A private key that is sent here is no longer private: its owner must learn of it. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** Keys with which a client proves itself (RFC 7523 §2.2): at least one, all of them public. */
export function checkJwks(jwks: Jwks): FieldFault[] {
  if (jwks.keys.length === 0) return [{ pointer: '/jwks', code: 'jwks_malformed' }]
  return jwks.keys.flatMap((key, index): FieldFault[] =>
    isPublicKey(key) ? [] : [{ pointer: jsonPointer('jwks', 'keys', index), code: 'jwks_malformed' }],
  )
}

function isPublicKey(key: Jwks['keys'][number]): boolean {
  const needed = publicMembers.get(key.kty)
  if (!needed || privateMembers.some((name) => Object.hasOwn(key, name))) return false
  return needed.every((name) => typeof key[name] === 'string' && key[name] !== '')
}
