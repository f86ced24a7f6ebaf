import { flowOf, type SnippetSource } from './snippets/snippet-source.js'

/** An authorization request, and what proves later that its answer came to whoever made it (RFC 7636). */
export interface SignInLink {
  readonly address: string
  readonly verifier: string
}

/** What makes a challenge is there in a secure context only (W3C Secure Contexts): https, or this device. */
export function canMakeLink(): boolean {
  return isSecureContext
}

/** `undefined` for an app that sends nobody anywhere. */
export async function makeLink(source: SnippetSource): Promise<SignInLink | undefined> {
  const { app, server } = source
  const flow = flowOf(source)
  if (flow?.kind !== 'code' || !canMakeLink()) return undefined
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const address = new URL(server.authorization_endpoint)
  if (!/^https?:$/.test(address.protocol)) return undefined
  const parameters = {
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: flow.redirectUri,
    ...(app.scopes.length > 0 && { scope: app.scopes.join(' ') }),
    state: base64Url(crypto.getRandomValues(new Uint8Array(16))),
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return { address: address.href, verifier }
}

/** RFC 4648 §5, without padding. */
function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
