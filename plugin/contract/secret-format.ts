/** Digits, then upper, then lower case: base62, as in the tokens that secret scanners know. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 62⁴³ is the first power beyond 2²⁵⁶, 62⁶ the first beyond 2³². */
const bodyLength = 43
const checksumLength = 6
const randomLength = 32
const hintLength = 4

const encoder = new TextEncoder()

/** What each byte leaves of the polynomial: an authorization server computes this for every token that it issues. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

/**
 * Prefix, 256 random bits, and a CRC-32 of both: a scanner knows one at sight and a typing error is found without a
 * database. Every secret of one prefix has the same length.
 *
 * @param randomBytes - 32 bytes from a cryptographic source.
 * @param prefix - for example `oak_`.
 * @throws RangeError when there are not 32 bytes.
 */
export function createSecret(randomBytes: Uint8Array, prefix: string): string {
  if (randomBytes.length !== randomLength) {
    throw new RangeError(`A secret is made of ${String(randomLength)} random bytes, not ${String(randomBytes.length)}`)
  }
  const random = randomBytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
  const text = prefix + base62(random, bodyLength)
  return text + checksum(text)
}

/** Whether the text can be a secret with this prefix: says nothing about whether it is anybody's. */
export function isWellFormedSecret(secret: string, prefix: string): boolean {
  const end = prefix.length + bodyLength
  if (!secret.startsWith(prefix) || secret.length !== end + checksumLength) return false
  return checksum(secret.slice(0, end)) === secret.slice(end) && /^[\dA-Za-z]+$/.test(secret.slice(prefix.length))
}

/** By which its owner recognises a secret: its last four characters, which belong to the checksum. */
export function secretHint(secret: string): string {
  return secret.slice(-hintLength)
}

function base62(number: bigint, length: number): string {
  let digits = ''
  for (let rest = number; digits.length < length; rest /= 62n) digits = alphabet.charAt(Number(rest % 62n)) + digits
  return digits
}

/** CRC-32 (ISO 3309): every change of one character is found, and of neighbouring ones nearly every. */
function checksum(text: string): string {
  let crc = 0xffffffff
  for (const byte of encoder.encode(text)) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0)
  return base62(BigInt(~crc >>> 0), checksumLength)
}
