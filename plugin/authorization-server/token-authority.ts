import type { TokenAuthority } from '../tokens.js'
import type { AuthorizationStore } from './authorization-store.js'
import type { AuthorizationServerOptions } from './options.js'

/** What the pages of the kit ask an authorization server, answered from our own tables. */
export function tokenAuthority(
  store: AuthorizationStore,
  { findAccount }: Pick<AuthorizationServerOptions, 'findAccount'>,
): TokenAuthority {
  async function nameOf(id: string): Promise<string> {
    return (await findAccount(id))?.name ?? id
  }

  return {
    count: (of) => store.count(of),
    revoke: (of) => store.revoke(of),
    narrow: (grantId, scopes) => store.narrowGrant(grantId, scopes),
    async list(of, page) {
      const { items, next_cursor } = await store.pageOfGrants(of, page)
      const named = items.map(async ({ id, clientId, accountId, scopes, createdAt, lastUsedAt }) => ({
        id,
        client_id: clientId,
        user: { id: accountId, name: await nameOf(accountId) },
        scopes,
        created_at: createdAt,
        last_used_at: lastUsedAt,
      }))
      return { items: await Promise.all(named), next_cursor }
    },
  }
}
