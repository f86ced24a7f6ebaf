import { createHmac, hash as digest, randomBytes, timingSafeEqual } from 'node:crypto'
import { createSecret, isWellFormedSecret, secretHint } from '../contract/secret-format.js'
import type { SecretHash, StoredSecret } from './app-store.js'

/** A key that is not in the database: whoever steals only the database cannot test a guess. */
export interface Pepper {
  /** Kept beside the hashes that were made with it. */
  readonly id: string
  readonly key: string | Uint8Array
}

export interface SecretKeeperOptions {
  /** What every secret begins with, so that scanners know one at sight. */
  readonly prefix: string
  /** New hashes are made with `current`; those made with a previous one still verify. */
  readonly pepper?: { readonly current: Pepper; readonly previous?: readonly Pepper[] | undefined } | undefined
  /** Secrets that an app can have: comparing them takes the same time for every app. */
  readonly max: number
}

export interface MintedSecret {
  /** Shown once, and kept nowhere. */
  readonly value: string
  readonly hint: string
  readonly hash: SecretHash
}

/** Makes secrets and knows them again. A slow hash would protect nothing here: there is no guessing 256 random bits. */
export interface SecretKeeper {
  mint(): MintedSecret
  /** Which of the stored secrets the value is; the time that takes does not tell whether or how nearly. */
  match(value: string, stored: readonly StoredSecret[]): StoredSecret | null
}

export function createSecretKeeper({ prefix, pepper, max }: SecretKeeperOptions): SecretKeeper {
  const peppers = new Map(pepper ? [pepper.current, ...(pepper.previous ?? [])].map(({ id, key }) => [id, key]) : [])
  const current = pepper?.current.id ?? null

  function hash(value: string, pepperId: string | null): Buffer {
    const key = pepperId === null ? undefined : peppers.get(pepperId)
    return key === undefined ? digest('sha256', value, 'buffer') : createHmac('sha256', key).update(value).digest()
  }

  return {
    mint() {
      const value = createSecret(randomBytes(32), prefix)
      return {
        value,
        hint: secretHint(value),
        hash: { hash: hash(value, current).toString('hex'), pepper_id: current },
      }
    },

    match(value, stored) {
      // Every hash that any secret might have, whether or not this app has one like it: the same work for all.
      const hashes = new Map([null, ...peppers.keys()].map((id) => [id, hash(value, id)]))
      let found: StoredSecret | null = null
      for (let index = 0; index < Math.max(max, stored.length); index++) {
        const secret = stored[index]
        const given = hashes.get(secret?.pepper_id ?? null) ?? nobodys
        const kept = secret && hashes.has(secret.pepper_id) ? Buffer.from(secret.hash, 'hex') : nobodys
        if (timingSafeEqual(given, kept) && secret && kept !== nobodys) found = secret
      }
      return isWellFormedSecret(value, prefix) ? found : null
    },
  }
}

/** Stands where there is no secret: no value has it for its hash. */
const nobodys = Buffer.alloc(32)
