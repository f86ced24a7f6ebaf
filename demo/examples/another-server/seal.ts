import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Turns tokens that have to be sent again into what may lie in a database, and back. */
export interface Seal {
  /** @param label what it belongs to; it opens for nothing else. */
  close(text: string, label: string): string
  open(sealed: string, label: string): string
}

const algorithm = 'aes-256-gcm'
const [ivBytes, tagBytes] = [12, 16]

/** @param key 32 bytes in base64, kept where other secrets are: `openssl rand -base64 32`. */
export function createSeal(key: string): Seal {
  const secret = Buffer.from(key, 'base64')
  if (secret.length !== 32) throw new TypeError('The key has to be 32 bytes in base64: openssl rand -base64 32')
  return {
    close(text, label) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, secret, iv).setAAD(Buffer.from(label))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, label) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(label))
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
