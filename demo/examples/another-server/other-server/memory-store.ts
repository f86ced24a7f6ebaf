import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

export interface StoredArtifact {
  readonly id: string
  payload: AdapterPayload
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** What lives and dies with a grant. */
const granted = ['AccessToken', 'AuthorizationCode', 'RefreshToken']

/** Where the other server keeps everything while it runs: so that the example has nothing to set up. */
export class MemoryStore {
  readonly #kinds = new Map<string, Map<string, StoredArtifact>>()

  /** For the option `adapter` of oidc-provider. */
  readonly adapter: AdapterFactory = (kind) => this.#adapterOf(kind)

  /** What has not expired. */
  all(kind: string): StoredArtifact[] {
    return [...this.#of(kind).values()].filter(({ expiresAt }) => expiresAt > Date.now())
  }

  find(kind: string, id: string): StoredArtifact | undefined {
    const found = this.#of(kind).get(id)
    return found && found.expiresAt > Date.now() ? found : undefined
  }

  remove(kind: string, id: string): void {
    this.#of(kind).delete(id)
  }

  removeGranted(grantId: string): void {
    for (const kind of granted) {
      for (const { id, payload } of this.all(kind)) if (payload.grantId === grantId) this.remove(kind, id)
    }
  }

  #of(kind: string): Map<string, StoredArtifact> {
    const artifacts = this.#kinds.get(kind) ?? new Map<string, StoredArtifact>()
    this.#kinds.set(kind, artifacts)
    return artifacts
  }

  #adapterOf(kind: string): Adapter {
    const findBy = (isIt: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> =>
      Promise.resolve(this.all(kind).find(({ payload }) => isIt(payload))?.payload)
    return {
      upsert: (id, payload, expiresIn) => {
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Infinity
        this.#of(kind).set(id, { id, payload, expiresAt })
        return Promise.resolve()
      },
      find: (id) => Promise.resolve(this.find(kind, id)?.payload),
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: (code) => findBy((payload) => payload.userCode === code),
      consume: (id) => {
        const found = this.find(kind, id)
        if (found) found.payload = { ...found.payload, consumed: Math.floor(Date.now() / 1000) }
        return Promise.resolve()
      },
      destroy: (id) => {
        this.remove(kind, id)
        return Promise.resolve()
      },
      revokeByGrantId: (grantId) => {
        this.removeGranted(grantId)
        return Promise.resolve()
      },
    }
  }
}
