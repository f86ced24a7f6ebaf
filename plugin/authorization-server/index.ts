export { createAuthorizationServer, type AuthorizationServer } from './create-authorization-server.js'
export type { AskedScope, Consent, Interaction, Interactions } from './interaction.js'
export { oauthContextOf, type OAuthContext } from './oauth-context.js'
export type { Account, AuthorizationProblem, AuthorizationServerOptions } from './options.js'
