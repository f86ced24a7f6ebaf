import { randomUUID } from 'node:crypto'
import type { Registry } from '../../plugin/index.js'
import type {
  TemporaryToken,
  TemporaryTokenRequest,
  TokenAuthority,
  TokenCount,
  TokenGrant,
  TokenGrantPage,
  TokenPage,
  TokenSelection,
} from '../../plugin/tokens.js'

/** An authorization server without OAuth: it issues tokens and forgets them with the test. */
export class MemoryTokens implements TokenAuthority {
  readonly #grants = new Map<string, TokenGrant>()
  /** Which grant a token belongs to, and what it was issued for. */
  readonly #tokens = new Map<string, { readonly grantId: string; readonly scopes: readonly string[] }>()
  #failure: Promise<never> | Error | undefined
  #clock = 0

  constructor(private readonly registry: () => Pick<Registry, 'findClient'>) {}

  /** A token for what a user allows an app; what they allowed it before stays allowed. */
  issue(clientId: string, userId: string, scopes: readonly string[] = []): string {
    const [known] = this.#matching({ clientId, userId })
    const grant: TokenGrant = {
      ...(known ?? this.#newGrant(clientId, userId)),
      scopes: [...new Set([...(known?.scopes ?? []), ...scopes])],
    }
    const token = randomUUID()
    this.#grants.set(grant.id, grant)
    this.#tokens.set(token, { grantId: grant.id, scopes })
    return token
  }

  /** As {@link issue}, for a developer who tries an app. */
  async issueTemporary({ clientId, userId, scopes, seconds }: TemporaryTokenRequest): Promise<TemporaryToken | null> {
    await this.#answer()
    if (!(await this.registry().findClient(clientId))) return null
    return { access_token: this.issue(clientId, userId, scopes), expires_in: seconds }
  }

  /** Whether a resource server would take it: it has not been revoked, and its app is honoured at this moment. */
  async isActive(token: string): Promise<boolean> {
    return (await this.scopesOf(token)) !== null
  }

  /** As if an API had taken the token at that moment. */
  use(token: string, at: number): void {
    const grant = this.#grants.get(this.#tokens.get(token)?.grantId ?? '')
    if (grant) this.#grants.set(grant.id, { ...grant, last_used_at: at })
  }

  /** What a token is good for; `null` where it does not work. */
  async scopesOf(token: string): Promise<readonly string[] | null> {
    const issued = this.#tokens.get(token)
    const grant = issued && this.#grants.get(issued.grantId)
    if (!grant || !(await this.registry().findClient(grant.client_id))) return null
    return issued.scopes.filter((scope) => grant.scopes.includes(scope))
  }

  /** From now on every method throws this, or never answers. */
  fail(failure: Error | 'silence'): void {
    this.#failure = failure === 'silence' ? new Promise<never>(() => undefined) : failure
  }

  recover(): void {
    this.#failure = undefined
  }

  async count(of: TokenSelection): Promise<TokenCount> {
    await this.#answer()
    const grants = this.#matching(of)
    const ids = new Set(grants.map(({ id }) => id))
    return {
      users: new Set(grants.map(({ user }) => user.id)).size,
      grants: grants.length,
      tokens: [...this.#tokens.values()].filter(({ grantId }) => ids.has(grantId)).length,
    }
  }

  async list(of: TokenSelection, { limit, cursor }: TokenPage): Promise<TokenGrantPage> {
    await this.#answer()
    const newestFirst = this.#matching(of).sort((one, other) => other.created_at - one.created_at)
    const rest = newestFirst.filter(({ created_at }) => cursor === undefined || created_at < Number(cursor))
    const items = rest.slice(0, limit)
    return { items, next_cursor: rest.length > limit ? String(items.at(-1)?.created_at) : null }
  }

  async revoke(of: TokenSelection): Promise<TokenCount> {
    const count = await this.count(of)
    for (const { id } of this.#matching(of)) this.#grants.delete(id)
    for (const [token, { grantId }] of this.#tokens) if (!this.#grants.has(grantId)) this.#tokens.delete(token)
    return count
  }

  async narrow(grantId: string, scopes: readonly string[]): Promise<void> {
    await this.#answer()
    const grant = this.#grants.get(grantId)
    if (!grant) return
    this.#grants.set(grantId, { ...grant, scopes: grant.scopes.filter((scope) => scopes.includes(scope)) })
  }

  #newGrant(clientId: string, userId: string): Omit<TokenGrant, 'scopes'> {
    const user = { id: userId, name: `Person ${userId}` }
    this.#clock += 1
    return { id: randomUUID(), client_id: clientId, user, created_at: this.#clock, last_used_at: null }
  }

  #matching({ clientId, userId, grantId }: TokenSelection): TokenGrant[] {
    return [...this.#grants.values()].filter(
      ({ id, client_id, user }) =>
        (clientId === undefined || client_id === clientId) &&
        (userId === undefined || user.id === userId) &&
        (grantId === undefined || id === grantId),
    )
  }

  async #answer(): Promise<void> {
    if (this.#failure instanceof Error) throw this.#failure
    await this.#failure
  }
}
