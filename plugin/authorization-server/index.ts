export { createAuthorizationServer, type AuthorizationServer } from './create-authorization-server.js'
export type { AskedScope, Consent, Interaction, Interactions } from './interactions.js'
export type { Account, AuthorizationProblem, AuthorizationServerOptions } from './options.js'
export { oauthContextOf, type OAuthContext } from './require-scopes.js'
