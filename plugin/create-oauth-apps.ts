import type { RequestHandler, Router } from 'express'
import { createCors, type CorsOptions } from './http/cors.js'
import { createRouter } from './http/create-router.js'
import { renewableRouter } from './http/renewable-router.js'
import { createIconProcessor } from './icons/create-icon-processor.js'
import { keepInternals } from './internals.js'
import { createJobRunner, type JobReport } from './jobs/create-job-runner.js'
import type { Job } from './jobs/job.js'
import { outboxJobs } from './jobs/outbox-jobs.js'
import { jobs as ownJobs } from './jobs/jobs.js'
import type { Channel } from './notifications/channel.js'
import { createOutbox } from './notifications/create-outbox.js'
import { createMailChannel } from './notifications/mail/create-mail-channel.js'
import { previewMail, type MailPreview } from './notifications/mail/preview-mail.js'
import type { RenderedMail } from './notifications/mail/render-mail.js'
import type { ParkedDelivery } from './notifications/outbox-store.js'
import { createWebhookChannel } from './notifications/webhooks/create-webhook-channel.js'
import { createWebhookContext } from './notifications/webhooks/create-webhook-context.js'
import type { OAuthAppsOptions } from './options.js'
import { appRules } from './options/app-rules.js'
import { capabilities } from './options/capabilities.js'
import { checkCors } from './options/check-cors.js'
import { checkOptions } from './options/check-options.js'
import { quotas } from './options/quotas.js'
import { strictPolicy } from './policy/strict-policy.js'
import { createRateLimits } from './rate-limits/create-rate-limits.js'
import { announceChanges } from './registry/announce-changes.js'
import { createRegistry } from './registry/create-registry.js'
import type { RegistryContext } from './registry/registry-context.js'
import type { Registry } from './registry/registry.js'
import { createSecretKeeper } from './registry/secret-keeper.js'
import { requireInstalled } from './require-peer.js'
import { openDatabase } from './store/open-database.js'

/** OAuth apps in a host: its pages talk to the router, its authorization server and API to the registry. */
export interface OAuthApps {
  /**
   * Brings the tables up to date. Safe to call in every process of a host, at the same time; until it has been, by
   * whichever process, the router answers 503. Unless the option `jobs` says otherwise, this process tidies up from then on.
   *
   * @throws OptionsError where the database itself is set up in a way that loses data.
   */
  migrate(): Promise<void>
  /** For `app.use('/api/oauth-apps', apps.router)`, in Express 4 or 5. */
  readonly router: Router
  readonly registry: Registry
  /**
   * For the host's public API, `app.use('/api/v1', apps.cors({ clientOf }))`, before whatever checks tokens: pages on the
   * allowed origins of apps may use it. Never for the router.
   *
   * @throws OptionsError naming every option that is wrong.
   */
  cors(options: CorsOptions): RequestHandler
  /**
   * Tidies up now: purges deleted apps whose days are over, and rows that nobody needs any more. For a host that has a
   * clock of its own, and safe in several processes at once. Never throws; takes half a minute for each job at most.
   */
  runJobs(): Promise<JobReport>
  /**
   * A mail about an app as its owner would get it now; `null` where there is no such app, or no mail at all.
   *
   * @throws ProblemError `unavailable`.
   */
  previewMail(wanted: MailPreview): Promise<RenderedMail | null>
  /** Notifications that were given up, with the reason: the latest first. */
  parkedNotifications(limit?: number): Promise<readonly ParkedDelivery[]>
  /** Tries a notification anew that was given up. Answers whether there is one with this id. */
  retryNotification(id: string): Promise<boolean>
  /** Ends jobs, deliveries, render processes and, unless the host brought its own knex instance, connections. */
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
  const { prefix = 'oak_', pepper } = secrets
  const mail = options.mail && createMailChannel(options.mail, options)
  const webhooks = createWebhookContext(options.webhooks, { store: database.webhooks, clock })
  const channels: Channel[] = [
    ...(mail ? [mail] : []),
    ...(webhooks ? [createWebhookChannel({ webhooks, logger, clock })] : []),
  ]
  const outbox = createOutbox({ store: database.outbox, logger, clock }, channels)
  const listeners: (() => void)[] = []
  let { tokens } = options
  let offered = capabilities(options)
  const context: RegistryContext = {
    store: announceChanges(outbox.feed(database.store), () => listeners.forEach((listener) => listener())),
    rules,
    get capabilities() {
      return offered
    },
    quotas: quotas(options),
    policy: strictPolicy(policy),
    icons,
    secrets: createSecretKeeper({ prefix, pepper, max: rules.limits.secrets_max }),
    registrationTokens: createSecretKeeper({ prefix: `${prefix}reg_`, pepper, max: 1 }),
    get tokens() {
      return tokens
    },
    webhooks,
    findPrincipal: options.findPrincipal,
    findOwners: options.findOwners,
    findOrganizations: options.findOrganizations,
    findScopes: options.findScopes,
    logger,
    clock,
  }
  const registry = createRegistry(context)
  const allJobs: Record<string, Job> = {
    ...ownJobs,
    ...(channels.length > 0 && outboxJobs(outbox, database.outbox)),
  }
  const jobs = createJobRunner(context, allJobs)
  const { countRequest } = database
  const rateLimits = createRateLimits(options.rateLimits ?? {}, { countRequest, logger, clock })
  const { router, renew } = renewableRouter(() =>
    createRouter({
      registry,
      authenticate,
      registration: options.registration,
      publicUrl,
      trustedOrigins,
      uploadTimeoutMs,
      rateLimits,
      logger,
    }),
  )
  const apps: OAuthApps = {
    registry,
    router,
    cors(options) {
      checkCors(options)
      return createCors(registry, options)
    },
    async migrate() {
      await database.migrate()
      if (options.jobs === false) return
      jobs.start()
      outbox.start()
    },
    runJobs: () => jobs.run(),
    previewMail: async (wanted) => (mail ? previewMail(database.store, mail, clock(), wanted) : null),
    parkedNotifications: (limit = 50) => database.outbox.findParked(limit),
    async retryNotification(id) {
      const found = await database.outbox.retry(id, clock())
      if (found) outbox.kick()
      return found
    },
    async close() {
      await Promise.all([jobs.stop(), outbox.stop()])
      await Promise.all([icons.close(), database.close()])
    },
  }
  keepInternals(apps, {
    context,
    authorization: database.authorization,
    publicUrl,
    onChange: (listener) => void listeners.push(listener),
    useTokens(authority) {
      tokens ??= authority
      offered = capabilities({ ...options, tokens })
      renew()
    },
    addJob(name, job) {
      allJobs[name] = job
    },
  })
  return apps
}
