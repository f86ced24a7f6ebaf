import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import { fault, isRecord, type OptionCheck } from '../options/option-value.js'
import type { OptionFault } from '../options/options-error.js'

const howTo =
  "make one with crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })"

/** What examples have in the place of a secret. */
const example = /change|example|secret|password|keyboard.?cat|^(.)\1*$/i

/** The key that oidc-provider starts with, which everybody knows. */
const knownModulus =
  'xwQ72P9z9OYshiQ-ntDYaPnnfwG6u9JAdLMZ5o0dmjlcyrvwQRdoFIKPnO65Q8mh6F_LDSxjxa2Yzo_wdjhbPZLjfUJXgCzm54cClXzT5twz'

export type SigningAlgorithm = 'RS256' | 'ES256' | 'ES384' | 'ES512' | 'EdDSA'

const curves: ReadonlyMap<unknown, SigningAlgorithm> = new Map([
  ['P-256', 'ES256'],
  ['P-384', 'ES384'],
  ['P-521', 'ES512'],
  ['Ed25519', 'EdDSA'],
])

/** JOSE's name for the way in which a key signs (RFC 7518 §3.1, RFC 8037 §3.1); `undefined` for one that cannot. */
export function signingAlgorithmOf({ kty, crv }: JsonWebKey): SigningAlgorithm | undefined {
  return kty === 'RSA' ? 'RS256' : curves.get(crv)
}

/** None of these says what it got: it is a key. */
export const checkKeys: OptionCheck = (value, option) => {
  const keys: unknown = isRecord(value) ? value['keys'] : undefined
  if (!Array.isArray(keys) || keys.length === 0) {
    return fault(option, `has to be a JSON Web Key Set { keys: [privateKey] }; ${howTo}`)
  }
  const list: readonly unknown[] = keys
  const faults = list.flatMap((key, index) => checkKey(key, `${option}.keys[${index}]`))
  const ids = list.filter(isRecord).map(({ kid }) => kid)
  if (list.length > 1 && (ids.includes(undefined) || new Set(ids).size < ids.length)) {
    faults.push(...fault(option, 'has several keys, so that each needs a kid of its own'))
  }
  return faults
}

function checkKey(key: unknown, option: string): OptionFault[] {
  if (!isRecord(key) || typeof key['d'] !== 'string') return fault(option, `has to be a private key as a JWK; ${howTo}`)
  const { kid, n } = key
  if ((typeof kid === 'string' && /change/i.test(kid)) || (typeof n === 'string' && n.startsWith(knownModulus))) {
    return fault(option, `is an example that everybody knows; ${howTo}`)
  }
  const jwk: JsonWebKey = key
  if (signingAlgorithmOf(jwk) === undefined)
    return fault(option, 'has to be of type RSA, EC (P-256, P-384, P-521) or Ed25519')
  try {
    const { asymmetricKeyDetails } = createPrivateKey({ key: jwk, format: 'jwk' })
    const bits = asymmetricKeyDetails?.modulusLength ?? 2048
    return bits < 2048 ? fault(option, `has ${bits} bits, which is too few; ${howTo}`) : []
  } catch {
    return fault(option, `is no sound private key; ${howTo}`)
  }
}

export const checkCookieKeys: OptionCheck = (value, option) => {
  const make = 'make one with openssl rand -base64 32'
  if (!Array.isArray(value) || value.length === 0) return fault(option, `has to be an array of random strings; ${make}`)
  const list: readonly unknown[] = value
  return list.flatMap((key, index) => {
    const at = `${option}[${index}]`
    if (typeof key !== 'string' || key.length < 32) return fault(at, `has to be a string of 32 or more; ${make}`)
    return example.test(key) || new Set(key).size < 10 ? fault(at, `is an example, or not random; ${make}`) : []
  })
}
