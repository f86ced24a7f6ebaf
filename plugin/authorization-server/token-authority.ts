import type { TokenAuthority } from '../tokens.js'
import type { AuthorizationServerOptions } from './options.js'
import { routes } from './provider-configuration.js'
import { temporaryTokens, type TemporaryTokensContext } from './temporary-tokens.js'

/** What the pages of the kit ask an authorization server, answered from our own tables. */
export function tokenAuthority(context: TemporaryTokensContext, options: AuthorizationServerOptions): TokenAuthority {
  const { store } = context
  const { issuer, findAccount, serviceName = new URL(issuer).host } = options

  async function nameOf(id: string): Promise<string> {
    return (await findAccount(id))?.name ?? id
  }

  return {
    server: {
      issuer,
      authorization_endpoint: issuer + routes.authorization,
      token_endpoint: issuer + routes.token,
      service_name: serviceName,
    },
    issueTemporary: temporaryTokens(context, options),
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
