import { createHash } from 'node:crypto'
import type { Client, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Internals } from '../internals.js'
import { honouredFor } from '../registry/honours.js'
import { createAdapter, type AdapterContext } from './adapter.js'
import { isOriginOf } from './answer-cross-origin.js'
import { signingAlgorithmOf } from './check-keys.js'
import { clientDocuments, declaredScopes } from './client-documents.js'
import { errorPage, errorPagePolicy, explain } from './error-page.js'
import type { AuthorizationServerOptions } from './options.js'
import { splitScopes } from './scope-rules.js'

const day = 86_400

/** Where what is below the issuer. */
export const routes = {
  authorization: '/authorize',
  token: '/token',
  revocation: '/revoke',
  introspection: '/introspect',
  userinfo: '/userinfo',
  jwks: '/jwks',
} as const

export interface ConfigurationContext extends AdapterContext {
  readonly rules: Internals['context']['rules']
  readonly logger: Internals['context']['logger']
}

/** oidc-provider as this kit uses it: what is off here is not served, and what is on has our rules. */
export function providerConfiguration(
  context: ConfigurationContext,
  options: AuthorizationServerOptions,
): Configuration {
  const { oidc, scopes } = context
  const { issuer, keys, cookieKeys, claims = {}, lifetimes = {}, resourceServers = [] } = options
  // Hosts with several servers under one name keep their cookies apart.
  const prefix = `oak_${createHash('sha256').update(issuer).digest('hex').slice(0, 8)}`
  const algorithms = [...new Set(keys.keys.flatMap((key) => signingAlgorithmOf(key) ?? []))]
  return {
    adapter: createAdapter(context),
    routes,
    jwks: { keys: keys.keys.map((key) => ({ use: 'sig', ...key })) },
    cookies: {
      keys: [...cookieKeys],
      names: { session: `${prefix}_session`, interaction: `${prefix}_interaction`, resume: `${prefix}_resume` },
      long: { httpOnly: true, sameSite: 'lax', path: new URL(issuer).pathname },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    scopes: [...scopes.all],
    claims: {
      ...Object.fromEntries(Object.entries(claims).map(([scope, names]) => [scope, [...names]])),
      openid: ['sub', ...(claims['openid'] ?? [])],
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    enabledJWA: {
      // Nothing that is keyed with a secret: here are only hashes of secrets.
      clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
      idTokenSigningAlgValues: algorithms,
    },
    clientDefaults: { id_token_signed_response_alg: context.signingAlgorithm },
    extraClientMetadata: { properties: ['allowed_origins'] },
    extraParams: { scope: (ctx, _value, client) => readRequestedScopes(context, ctx, client) },
    extraTokenClaims: async (ctx, token) => {
      await refuseForeignScopes(context, token, `${token.scope ?? ''} ${requestedByApp(ctx)}`)
      return undefined
    },
    clientBasedCORS: (_ctx, origin, client) => isOriginOf(client['allowed_origins'], origin),
    findAccount: async (_ctx, id) => {
      const account = await options.findAccount(id)
      return account ? { accountId: id, claims: () => ({ ...account.claims, sub: id }) } : undefined
    },
    // Who is signed in, the host knows: nothing here outlives an authorization but grants and tokens.
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: {
      policy: oidc.interactionPolicy.base(),
      url: (_ctx, interaction) => options.interactionUrl(interaction.uid),
    },
    renderError: (ctx, out, error) =>
      renderError(context, options, ctx, { ...out, expired: error instanceof oidc.errors.SessionNotFound }),
    ttl: {
      AccessToken: lifetimes.accessToken ?? 3600,
      AuthorizationCode: lifetimes.authorizationCode ?? 60,
      ClientCredentials: lifetimes.accessToken ?? 3600,
      Grant: 3650 * day,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: lifetimes.refreshToken ?? 30 * day,
      Session: 3600,
    },
    features: {
      clientCredentials: { enabled: true },
      ...(options.clientIdMetadataDocuments && { clientIdMetadataDocument: clientDocuments(context) }),
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) =>
          token.clientId === client.clientId || resourceServers.includes(client.clientId),
      },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      userinfo: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
  }
}

/** What an authorization request asks for: no more than the app may have, and all that comes with it. */
async function readRequestedScopes(
  { oidc, findHonoured, scopes }: AdapterContext,
  ctx: KoaContextWithOIDC,
  client: Client,
): Promise<void> {
  const found = await findHonoured(client.clientId, 'somebody')
  const own = declaredScopes(client)
  const app = found && (own ? { scopes: scopes.expand(found.scopes).filter((name) => own.includes(name)) } : found)
  // As it was sent: of the parameter, oidc-provider has dropped what it does not know, which is a mistake of somebody's.
  const { scope } = ctx.query
  const requested = app ? scopes.requested(app, typeof scope === 'string' ? scope : undefined) : []
  const allowed = app ? scopes.allowedTo(app) : []
  const beyond = requested.filter((name) => !allowed.includes(name))
  if (requested.length === 0 || beyond.length > 0) {
    const description =
      beyond.length > 0 ? `The app has no scope ${beyond.join(', ')}.` : 'The app has no scopes at all.'
    // A page and no redirect: the developer of the app has to see it, and it is none of the user's doing.
    throw Object.assign(new oidc.errors.InvalidScope(description, beyond.join(' ')), { allow_redirect: false })
  }
  if (ctx.oidc.params) ctx.oidc.params.scope = scopes.expand(requested).join(' ')
}

/** What an app that acts for itself asks for, as it was sent; a token may be issued without any request to this server. */
function requestedByApp(ctx: KoaContextWithOIDC | undefined): string {
  const { grant_type: grant, scope } = ctx?.oidc.body ?? {}
  return grant === 'client_credentials' && typeof scope === 'string' ? scope : ''
}

/** The last look at a token before it is issued. */
async function refuseForeignScopes(
  { oidc, findHonoured, scopes }: AdapterContext,
  token: { readonly clientId?: string | undefined; readonly accountId?: string | undefined },
  scope: string,
): Promise<void> {
  const { clientId = '', accountId } = token
  const app = await findHonoured(clientId, honouredFor(accountId))
  if (!app && (await findHonoured(clientId, 'somebody'))) {
    throw new oidc.errors.UnauthorizedClient('the app is not approved yet: it works for its owner, and not for itself')
  }
  const allowed = app ? scopes.allowedTo(app) : []
  const beyond = splitScopes(scope).filter((name) => !allowed.includes(name))
  if (beyond.length === 0) return
  throw new oidc.errors.InvalidScope(`The app has no scope ${beyond.join(', ')}.`, beyond.join(' '))
}

async function renderError(
  { logger }: ConfigurationContext,
  options: AuthorizationServerOptions,
  ctx: KoaContextWithOIDC,
  {
    error,
    error_description: description = '',
    expired,
  }: { error: string; error_description?: string | undefined; expired: boolean },
): Promise<void> {
  const problem = { status: ctx.status, error, description, explanation: explain(error, expired) }
  logger.debug?.({ status: problem.status, error, description }, 'authorization.refused')
  ctx.type = 'html'
  ctx.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' })
  if (!options.renderError) ctx.set('Content-Security-Policy', errorPagePolicy)
  ctx.body = await (options.renderError ?? errorPage)(problem)
}
