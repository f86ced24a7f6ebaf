import { randomBytes } from 'node:crypto'
import type Provider from 'oidc-provider'
import type { TokenAuthority } from '../tokens.js'
import type { AdapterContext } from './adapter.js'
import { temporaryGrantPrefix } from './authorization-store.js'
import type { AuthorizationServerOptions } from './options.js'

export interface TemporaryTokensContext extends AdapterContext {
  readonly provider: Provider
}

/**
 * Issues tokens without an authorization request, to developers who try their apps. Each has a grant of its own, which
 * ends with it, so that it is counted, listed, narrowed and revoked as what users allowed.
 */
export function temporaryTokens(
  { provider }: TemporaryTokensContext,
  { findAccount, lifetimes }: Pick<AuthorizationServerOptions, 'findAccount' | 'lifetimes'>,
): NonNullable<TokenAuthority['issueTemporary']> {
  return async ({ clientId, userId: accountId, scopes, seconds }) => {
    const [client, account] = await Promise.all([provider.Client.find(clientId), findAccount(accountId)])
    if (!client || !account) return null
    // None lives longer than the host lets any token live.
    const expiresIn = Math.min(seconds, lifetimes?.accessToken ?? seconds)
    const scope = scopes.join(' ')
    const jti = temporaryGrantPrefix + randomBytes(32).toString('base64url')
    const grant = Object.assign(new provider.Grant({ accountId, clientId }), { jti, expiresIn, openid: { scope } })
    const grantId = await grant.save()
    const token = new provider.AccessToken({ client, accountId, grantId, scope, expiresIn, gty: 'temporary' })
    return { access_token: await token.save(), expires_in: expiresIn }
  }
}
