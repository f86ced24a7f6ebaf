import type Provider from 'oidc-provider'
import { redirectUriMatches } from '../contract/redirect-uri-match.js'
import type { RecentClients } from './recent-clients.js'

type ClientOf = InstanceType<Provider['Client']>

/**
 * Has apps judged as the registry judges them: their secrets, of which they have several that expire and are kept as hashes,
 * and where they may be answered. These are the places that oidc-provider leaves for that.
 */
export function authenticateByRegistry(provider: Provider, clients: Pick<RecentClients, 'verifySecret'>): void {
  Object.assign(provider.Client.prototype, {
    redirectUriAllowed(this: ClientOf, uri: string): boolean {
      return redirectUriMatches(this.redirectUris ?? [], uri, this.applicationType ?? 'web')
    },
    compareClientSecret(this: ClientOf, secret: string): Promise<boolean> {
      return clients.verifySecret(this.clientId, secret)
    },
  })
}
