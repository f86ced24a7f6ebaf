import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const bits = 130

/** 26 characters of base32 (RFC 4648 §6) in lower case: unguessable, and the same in a URL, a header and a file name. */
export function newId(): string {
  return Array.from(randomBytes(bits / 5), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
