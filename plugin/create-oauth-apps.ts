import type { Router } from 'express'
import { createRouter } from './http/create-router.js'
import { createIconProcessor } from './icons/create-icon-processor.js'
import type { OAuthAppsOptions } from './options.js'
import { appRules } from './options/app-rules.js'
import { capabilities } from './options/capabilities.js'
import { checkOptions } from './options/check-options.js'
import { quotas } from './options/quotas.js'
import { createRateLimits } from './rate-limits/create-rate-limits.js'
import { createRegistry } from './registry/create-registry.js'
import type { Registry } from './registry/registry.js'
import { createSecretKeeper } from './registry/secret-keeper.js'
import { requireInstalled } from './require-peer.js'
import { openDatabase } from './store/open-database.js'

/** OAuth apps in a host: its pages talk to the router, its authorization server and API to the registry. */
export interface OAuthApps {
  /**
   * Brings the tables up to date. Safe to call in every process of a host, at the same time; until it has been, by
   * whichever process, the router answers 503.
   *
   * @throws OptionsError where the database itself is set up in a way that loses data.
   */
  migrate(): Promise<void>
  /** For `app.use('/api/oauth-apps', apps.router)`, in Express 4 or 5. */
  readonly router: Router
  readonly registry: Registry
  /** Ends render processes and, unless the host brought its own knex instance, connections. */
  close(): Promise<void>
}

/**
 * Sets up the plugin; nothing touches the database before it is used.
 *
 * @throws OptionsError naming every option that is wrong, and how to mend it.
 * @throws Error naming the command that installs what is missing.
 */
export function createOAuthApps(options: OAuthAppsOptions): OAuthApps {
  requireInstalled(['express', 'knex', 'multer', 'sharp'])
  checkOptions(options)
  const {
    authenticate,
    policy,
    publicUrl,
    trustedOrigins = [],
    uploadTimeoutMs,
    logger = console,
    secrets = {},
  } = options
  const rules = appRules(options)
  const clock = (): number => Date.now()
  const database = openDatabase(options.knex, { tablePrefix: options.tablePrefix, logger, clock })
  const icons = createIconProcessor()
  const keeper = createSecretKeeper({
    prefix: secrets.prefix ?? 'oak_',
    pepper: secrets.pepper,
    max: rules.limits.secrets_max,
  })
  const registry = createRegistry({
    store: database.store,
    rules,
    capabilities: capabilities(options),
    quotas: quotas(options),
    policy,
    icons,
    secrets: keeper,
    tokens: options.tokens,
    findPrincipal: options.findPrincipal,
    findOwners: options.findOwners,
    logger,
    clock,
  })
  const { countRequest } = database
  const rateLimits = createRateLimits(options.rateLimits ?? {}, { countRequest, logger, clock })
  return {
    registry,
    router: createRouter({ registry, authenticate, publicUrl, trustedOrigins, uploadTimeoutMs, rateLimits, logger }),
    migrate: () => database.migrate(),
    async close() {
      await Promise.all([icons.close(), database.close()])
    },
  }
}
