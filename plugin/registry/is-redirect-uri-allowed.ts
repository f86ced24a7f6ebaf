import { redirectUriMatches } from '../contract/redirect-uri-match.js'
import { findClient } from './find-client.js'
import type { HonouredFor } from './honours.js'
import type { RegistryContext } from './registry-context.js'

/** Whether an app that works for them has this redirect URI (RFC 6749 §3.1.2.3, RFC 8252 §7.3). */
export async function isRedirectUriAllowed(
  context: RegistryContext,
  clientId: string,
  redirectUri: string,
  who?: HonouredFor,
): Promise<boolean> {
  const app = await findClient(context, clientId, who)
  return app !== null && redirectUriMatches(app.redirect_uris, redirectUri, app.application_type)
}
