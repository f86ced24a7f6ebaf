import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { SecretBox } from '../../registry/webhooks/webhook-context.js'

/** A key of the host that is not in the database. */
export interface EncryptionKey {
  /** Kept beside what was sealed with it. */
  readonly id: string
  readonly key: string | Uint8Array
}

export interface EncryptionKeys {
  /** Seals what is new. */
  readonly current: EncryptionKey
  /** Still open what they sealed. */
  readonly previous?: readonly EncryptionKey[] | undefined
}

const algorithm = 'aes-256-gcm'
const sizes = { iv: 12, tag: 16 } as const

/** Seals with AES-256-GCM (NIST SP 800-38D), a new nonce each time; where a secret belongs is authenticated with it. */
export function createSecretBox({ current, previous = [] }: EncryptionKeys): SecretBox {
  const keys = new Map([...previous, current].map(({ id, key }) => [id, cipherKey(key)]))
  const sealing = cipherKey(current.key)
  return {
    seal(value, place) {
      const iv = randomBytes(sizes.iv)
      const cipher = createCipheriv(algorithm, sealing, iv).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return { key_id: current.id, sealed: Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64') }
    },
    open({ key_id, sealed }, place) {
      const key = keys.get(key_id)
      const bytes = Buffer.from(sealed, 'base64')
      if (!key || bytes.length <= sizes.iv + sizes.tag) return null
      const [iv, tag] = [bytes.subarray(0, sizes.iv), bytes.subarray(sizes.iv, sizes.iv + sizes.tag)]
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: sizes.tag })
      try {
        decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
        return decipher.update(bytes.subarray(sizes.iv + sizes.tag), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}

/** 256 bits for this purpose alone (RFC 5869), whatever the length and form of what the host gives. */
function cipherKey(key: string | Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'oauth-app-kit webhook secrets', 32))
}
