import type { App } from '../../../../plugin/contract/app.js'
import { usesSecret } from '../../../../plugin/contract/app-values.js'
import type { AuthorizationServerAddresses } from '../../../../plugin/contract/config.js'

/** What an example is made of: an app, and where it gets its tokens. */
export interface SnippetSource {
  readonly app: Pick<
    App,
    'client_id' | 'token_endpoint_auth_method' | 'redirect_uris' | 'grant_types' | 'scopes' | 'jwks'
  >
  readonly server: Pick<AuthorizationServerAddresses, 'issuer' | 'authorization_endpoint' | 'token_endpoint'>
}

/** How an app gets a token: for a person who comes back to an address of it, or for itself. */
export type Flow = { readonly kind: 'code'; readonly redirectUri: string } | { readonly kind: 'client' }

/** `undefined` for an app that can get none by itself. */
export function flowOf({ app: { grant_types, redirect_uris } }: SnippetSource): Flow | undefined {
  const [redirectUri] = redirect_uris
  if (grant_types.includes('authorization_code') && redirectUri !== undefined) return { kind: 'code', redirectUri }
  return grant_types.includes('client_credentials') ? { kind: 'client' } : undefined
}

/** Where the app keeps what proves it, so that no example holds a secret; a public client has nothing. */
export function proofOf({
  app: { token_endpoint_auth_method: method },
}: SnippetSource): 'CLIENT_SECRET' | 'CLIENT_ASSERTION' | undefined {
  if (usesSecret(method)) return 'CLIENT_SECRET'
  return method === 'private_key_jwt' ? 'CLIENT_ASSERTION' : undefined
}

/** RFC 7523 §2.2. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Lines that are there, each with what stands before it. */
export function lines(...texts: readonly (string | undefined | readonly string[])[]): string {
  return texts
    .flat()
    .filter((text) => text !== undefined)
    .join('\n')
}
