import type { AdapterPayload } from 'oidc-provider'
import type { MemoryStore, StoredArtifact } from './memory-store.js'

/** Which grants are meant: all that is given must hold. */
export interface GrantSelection {
  readonly client_id?: string | undefined
  readonly user_id?: string | undefined
  readonly grant_id?: string | undefined
}

export interface GrantCount {
  readonly users: number
  readonly grants: number
  readonly tokens: number
}

export interface Grant {
  readonly id: string
  readonly client_id: string
  readonly user_id: string
  readonly scopes: readonly string[]
  /** Milliseconds since 1970. */
  readonly created_at: number
}

const tokenKinds = ['AccessToken', 'RefreshToken', 'ClientCredentials']

/** What people allowed clients, out of what oidc-provider has stored. */
export class Grants {
  constructor(private readonly store: MemoryStore) {}

  /** Newest first. */
  list(of: GrantSelection): Grant[] {
    return this.store
      .all('Grant')
      .map(grantIn)
      .filter((grant) => isOf(of, grant))
      .sort((one, other) => other.created_at - one.created_at || (other.id < one.id ? -1 : 1))
  }

  count(of: GrantSelection): GrantCount {
    const grants = this.list(of)
    return {
      users: new Set(grants.map(({ user_id }) => user_id)).size,
      grants: grants.length,
      tokens: this.#tokens(of, grants).filter(({ payload }) => payload['consumed'] === undefined).length,
    }
  }

  revoke(of: GrantSelection): GrantCount {
    const count = this.count(of)
    const grants = this.list(of)
    for (const kind of tokenKinds) for (const { id } of this.#tokens(of, grants, [kind])) this.store.remove(kind, id)
    for (const { id } of grants) {
      this.store.removeGranted(id)
      this.store.remove('Grant', id)
    }
    return count
  }

  /** Answers whether there is such a grant. Its tokens carry no more than it does from then on. */
  narrow(grantId: string, scopes: readonly string[]): boolean {
    const grant = this.store.find('Grant', grantId)
    if (!grant) return false
    grant.payload = { ...grant.payload, openid: { scope: kept(grantIn(grant).scopes, scopes) } }
    for (const token of this.#tokens({ grant_id: grantId }, [grantIn(grant)], ['AccessToken', 'RefreshToken'])) {
      token.payload = { ...token.payload, scope: kept(words(token.payload.scope), scopes) }
    }
    return true
  }

  /** Those of the grants and, of a client alone, what it has for itself. */
  #tokens(of: GrantSelection, grants: readonly Grant[], kinds = tokenKinds): StoredArtifact[] {
    const ids = new Set(grants.map(({ id }) => id))
    const ofClient = of.user_id === undefined && of.grant_id === undefined ? of.client_id : undefined
    return kinds
      .flatMap((kind) => this.store.all(kind))
      .filter(({ payload: { grantId, clientId } }) =>
        grantId === undefined ? ofClient !== undefined && clientId === ofClient : ids.has(grantId),
      )
  }
}

function grantIn({ id, payload }: StoredArtifact): Grant {
  const { clientId = '', accountId = '', iat = 0 } = payload
  return { id, client_id: clientId, user_id: accountId, scopes: words(scopeIn(payload)), created_at: iat * 1000 }
}

function isOf({ client_id, user_id, grant_id }: GrantSelection, grant: Grant): boolean {
  return (
    (client_id === undefined || grant.client_id === client_id) &&
    (user_id === undefined || grant.user_id === user_id) &&
    (grant_id === undefined || grant.id === grant_id)
  )
}

function scopeIn({ openid }: AdapterPayload): string | undefined {
  const scope: unknown = typeof openid === 'object' && openid !== null && 'scope' in openid ? openid.scope : undefined
  return typeof scope === 'string' ? scope : undefined
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter(Boolean)
}

function kept(scopes: readonly string[], left: readonly string[]): string {
  return scopes.filter((scope) => left.includes(scope)).join(' ')
}
