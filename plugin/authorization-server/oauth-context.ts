import type { HonouredClient } from './honoured-clients.js'
import type { Account } from './options.js'

/** Who calls the host's API, and for whom. */
export interface OAuthContext {
  readonly app: HonouredClient
  /** `null` where the app acts for itself (`client_credentials`). */
  readonly user: Account | null
  /** With what they imply. */
  readonly scopes: readonly string[]
  /** Tells the token from others, in a log; it is not the token. */
  readonly tokenId: string
}

const contexts = new WeakMap<object, OAuthContext>()

export function keepOAuthContext(request: object, context: OAuthContext): void {
  contexts.set(request, context)
}

/**
 * What `requireScopes` found out about a request.
 *
 * @throws Error where no `requireScopes` has let it through.
 */
export function oauthContextOf(request: object): OAuthContext {
  const context = contexts.get(request)
  if (!context) throw new Error('No requireScopes() stands before this handler')
  return context
}
