import * as openid from 'openid-client'
import type { ClientSession } from './sessions.js'

/** Where a portal is, and where its authorization server sends people back to. */
export interface PortalAddresses {
  readonly issuer: string
  /** Of the management API, which tells anybody what an app is registered for. */
  readonly apps: string
  readonly redirectUri: string
}

type Credentials = NonNullable<ClientSession['credentials']>

/** What an app does to act for somebody: RFC 6749 with PKCE, by a library that any app may use. */
export class PortalClient {
  constructor(readonly portal: PortalAddresses) {}

  /** Where to send the browser, and what to remember until it comes back. */
  async signIn(credentials: Credentials): Promise<{ address: URL; pending: NonNullable<ClientSession['pending']> }> {
    const codeVerifier = openid.randomPKCECodeVerifier()
    const state = openid.randomState()
    const scopes = await this.#scopesOf(credentials.clientId)
    const address = openid.buildAuthorizationUrl(await this.#discover(credentials), {
      redirect_uri: this.portal.redirectUri,
      ...(scopes.length > 0 && { scope: scopes.join(' ') }),
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    })
    return { address, pending: { codeVerifier, state } }
  }

  async redeem(
    credentials: Credentials,
    { codeVerifier, state }: NonNullable<ClientSession['pending']>,
    answer: URL,
  ): Promise<NonNullable<ClientSession['tokens']>> {
    const checks = { pkceCodeVerifier: codeVerifier, expectedState: state }
    return tokensOf(await openid.authorizationCodeGrant(await this.#discover(credentials), answer, checks))
  }

  /** With nothing but its credentials (RFC 6749 §4.4). */
  async actForItself(credentials: Credentials): Promise<NonNullable<ClientSession['tokens']>> {
    return tokensOf(await openid.clientCredentialsGrant(await this.#discover(credentials)))
  }

  async refresh(credentials: Credentials, refreshToken: string): Promise<NonNullable<ClientSession['tokens']>> {
    return tokensOf(await openid.refreshTokenGrant(await this.#discover(credentials), refreshToken))
  }

  async #discover({ clientId, clientSecret }: Credentials): Promise<openid.Configuration> {
    const authentication = clientSecret === '' ? openid.None() : openid.ClientSecretBasic(clientSecret)
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond loopback, where the demo is
    const execute = [openid.allowInsecureRequests]
    return openid.discovery(new URL(this.portal.issuer), clientId, undefined, authentication, { execute })
  }

  async #scopesOf(clientId: string): Promise<readonly string[]> {
    const response = await fetch(`${this.portal.apps}/apps/${encodeURIComponent(clientId)}/public`)
    const app: unknown = response.ok ? await response.json() : undefined
    const scopes: unknown = typeof app === 'object' && app !== null && 'scopes' in app ? app.scopes : []
    return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : []
  }
}

function tokensOf(answer: openid.TokenEndpointResponse): NonNullable<ClientSession['tokens']> {
  return { accessToken: answer.access_token, refreshToken: answer.refresh_token }
}

/** Why it did not work, as the library or the server says it: never with a secret. */
export function reasonOf(error: unknown): string {
  if (error instanceof openid.ResponseBodyError || error instanceof openid.AuthorizationResponseError) {
    return `${error.error}: ${error.error_description ?? 'no description'}`
  }
  return error instanceof Error ? error.message : String(error)
}
