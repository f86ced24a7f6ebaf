import type { Request, RequestHandler } from 'express'
import type Provider from 'oidc-provider'
import type { OAuthApps } from '../create-oauth-apps.js'
import { internalsOf } from '../internals.js'
import { purgeInBatches } from '../jobs/purge-in-batches.js'
import { OptionsError } from '../options/options-error.js'
import { answerCrossOrigin } from './answer-cross-origin.js'
import { answerFailures } from './answer-failures.js'
import { authenticateByRegistry } from './authenticate-by-registry.js'
import { checkAuthorizationOptions } from './check-authorization-options.js'
import { signingAlgorithmOf } from './check-keys.js'
import { createServerRouter } from './create-router.js'
import { honouredClients } from './honoured-clients.js'
import type { Interactions } from './interaction.js'
import { createInteractions } from './interactions.js'
import { loadProvider } from './load-provider.js'
import type { AuthorizationServerOptions } from './options.js'
import { providerConfiguration, type ConfigurationContext } from './provider-configuration.js'
import { recentClients } from './recent-clients.js'
import { createApiGuard } from './require-scopes.js'
import { scopeRules } from './scope-rules.js'
import { tokenAuthority } from './token-authority.js'

/** An authorization server that honours the apps of a registry, and what the host's API needs of it. */
export interface AuthorizationServer extends Interactions {
  /** For `app.use(server.router)`, in Express 4 or 5, before whatever reads bodies: answers what is below the issuer. */
  readonly router: RequestHandler
  /**
   * For the host's API: lets through what has an access token with these scopes, or ones that imply them, and answers all
   * else as RFC 6750 §3 says. What it found out, `oauthContextOf(request)` tells.
   *
   * @throws TypeError for a scope that is not in the catalogue.
   */
  requireScopes(...scopes: readonly string[]): RequestHandler
  /** Which app the token of a request is of, for `apps.cors({ clientOf: server.clientOf })`. */
  clientOf(request: Request): Promise<string | null>
}

/** Milliseconds for which what has expired is kept: clocks of processes differ. */
const grace = 3_600_000

/**
 * Sets up an authorization server on the database of the apps. From then on the apps know whom they reach, as by the
 * option `tokens`, unless that was given.
 *
 * @param apps what `createOAuthApps` returned.
 * @throws OptionsError naming every option that is wrong, or would not be safe, and how to mend it.
 * @throws Error naming the command that installs oidc-provider where that is missing.
 */
export function createAuthorizationServer(apps: OAuthApps, options: AuthorizationServerOptions): AuthorizationServer {
  const oidc = loadProvider()
  const internals = internalsOf(apps)
  if (!internals)
    throw new TypeError('createAuthorizationServer takes what createOAuthApps() returned, and no copy of it')
  const { context: registry, authorization: store, publicUrl } = internals
  const { logger, clock, rules } = registry
  const scopes = scopeRules(rules.scopes)
  checkAuthorizationOptions(options, scopes.all)
  const [key = {}] = options.keys.keys
  const clients = recentClients(registry)
  const context: ConfigurationContext = {
    oidc,
    store,
    clients,
    findHonoured: honouredClients(clients, options),
    scopes,
    signingAlgorithm: signingAlgorithmOf(key) ?? 'RS256',
    rules,
    logger,
    clock,
  }
  const provider = openProvider(context, options)
  internals.onChange(() => clients.forget())
  internals.useTokens(tokenAuthority({ ...context, provider }, options))
  internals.addJob('artifacts', (_context, isTimeLeft) =>
    purgeInBatches((limit) => store.purgeArtifacts(clock() - grace, limit), isTimeLeft),
  )
  internals.addJob('grants', (_context, isTimeLeft) =>
    purgeInBatches((limit) => store.purgeGrants(clock() - grace, limit), isTimeLeft),
  )
  return {
    router: createServerRouter(provider, options.issuer),
    ...createApiGuard(context, options),
    ...createInteractions({ ...context, provider, registry, publicUrl }),
  }
}

function openProvider(context: ConfigurationContext, options: AuthorizationServerOptions): Provider {
  const { oidc, clients, logger } = context
  const provider = openOrExplain(() => new oidc.Provider(options.issuer, providerConfiguration(context, options)))
  const { protocol, host } = new URL(options.issuer)
  // Behind a proxy a request looks as if it came by http, and anybody may send a Host: addresses are the issuer's.
  Object.defineProperties(provider.request, {
    protocol: { get: () => protocol.slice(0, -1) },
    host: { get: () => host },
  })
  authenticateByRegistry(provider, clients)
  provider.use(answerFailures(logger))
  provider.use(answerCrossOrigin(clients))
  provider.on('server_error', (_ctx, err) => logger.error({ err }, 'authorization.failed'))
  return provider
}

/** What oidc-provider itself does not take of the options is named as the others are. */
function openOrExplain(open: () => Provider): Provider {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new OptionsError([{ option: 'options', message: error.message }], 'createAuthorizationServer')
  }
}
