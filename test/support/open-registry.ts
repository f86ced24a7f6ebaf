import type { Knex } from 'knex'
import { inspect } from 'node:util'
import type { AppListQuery } from '../../plugin/contract/app-list.js'
import { createIconProcessor } from '../../plugin/icons/create-icon-processor.js'
import { createJobRunner, type JobRunner } from '../../plugin/jobs/create-job-runner.js'
import { jobs as ownJobs } from '../../plugin/jobs/jobs.js'
import { outboxJobs } from '../../plugin/jobs/outbox-jobs.js'
import type { OAuthAppsOptions } from '../../plugin/index.js'
import type { Channel } from '../../plugin/notifications/channel.js'
import { createOutbox, type Outbox } from '../../plugin/notifications/create-outbox.js'
import { createWebhookChannel } from '../../plugin/notifications/webhooks/create-webhook-channel.js'
import { createWebhookContext } from '../../plugin/notifications/webhooks/create-webhook-context.js'
import type { OutboxStore } from '../../plugin/notifications/outbox-store.js'
import { capabilities } from '../../plugin/options/capabilities.js'
import { appRules } from '../../plugin/options/app-rules.js'
import { quotas } from '../../plugin/options/quotas.js'
import { ownApps } from '../../plugin/policy/own-apps.js'
import type { Policy } from '../../plugin/policy/policy.js'
import { strictPolicy } from '../../plugin/policy/strict-policy.js'
import type { Principal } from '../../plugin/principal.js'
import type { AppStore } from '../../plugin/registry/app-store.js'
import type { AppRecordPage, AppChange, AppSubmission, Registry } from '../../plugin/registry/registry.js'
import { createRegistry } from '../../plugin/registry/create-registry.js'
import type { RegistryContext } from '../../plugin/registry/registry-context.js'
import { createSecretKeeper } from '../../plugin/registry/secret-keeper.js'
import { openDatabase } from '../../plugin/store/open-database.js'
import { openKnex } from '../../plugin/store/open-knex.js'
import type { DatabaseKind, TestDatabase } from './databases.js'

export type Members = AppSubmission['members']

export interface RegistryOptions extends Pick<
  OAuthAppsOptions,
  'fields' | 'limits' | 'uris' | 'secrets' | 'scopes' | 'quotas' | 'restoreDays' | 'tokens' | 'webhooks'
> {
  readonly policy?: Policy
  /** Who is told what happens; the outbox starts when a test says so. */
  readonly channels?: readonly Channel[]
}

/** A registry on a database of its own, at a time of its own. */
export class TestRegistry {
  /** Milliseconds; stands still until a test moves it. */
  now = Date.UTC(2026, 0, 31, 9, 30)
  readonly #closing: (() => Promise<void>)[] = []

  private constructor(
    readonly database: TestDatabase,
    /** For looking at what the store keeps. */
    readonly knex: Knex,
    readonly store: AppStore,
    readonly registry: Registry,
    readonly jobs: JobRunner,
    readonly log: readonly string[],
    readonly outbox: Outbox,
    readonly outboxStore: OutboxStore,
  ) {}

  static async open(kind: DatabaseKind, options: RegistryOptions = {}): Promise<TestRegistry> {
    return TestRegistry.on(await kind.create(), options)
  }

  /** On a database that is there already: a host that starts again with other options. */
  static async on(
    database: TestDatabase,
    { policy = ownApps(), channels = [], ...options }: RegistryOptions = {},
  ): Promise<TestRegistry> {
    const log: string[] = []
    const write = (details: object, message: string) => void log.push(`${message} ${inspect(details)}`)
    const logger = { info: write, warn: write, error: write }
    const clock = (): number => opened.now
    const opening = openDatabase(database.config, { logger, clock })
    const { store: apps, outbox: outboxStore, migrate, close } = opening
    const webhooks = createWebhookContext(options.webhooks, { store: opening.webhooks, clock })
    const told = webhooks ? [...channels, createWebhookChannel({ webhooks, logger, clock })] : channels
    const outbox = createOutbox({ store: outboxStore, logger, clock }, told)
    const store = outbox.feed(apps)
    const rules = appRules({ scopes: [{ name: 'files:read' }, { name: 'files:write' }], ...options })
    const secrets = createSecretKeeper({ prefix: 'oak_', max: rules.limits.secrets_max, ...options.secrets })
    const icons = createIconProcessor()
    const context: RegistryContext = {
      store,
      rules,
      capabilities: capabilities(options),
      quotas: quotas(options),
      policy: strictPolicy(policy),
      icons,
      secrets,
      registrationTokens: createSecretKeeper({ prefix: 'oak_reg_', max: 1 }),
      tokens: options.tokens,
      webhooks,
      logger,
      clock,
    }
    const registry = createRegistry(context)
    const jobs = createJobRunner(context, { ...ownJobs, ...outboxJobs(outbox, outboxStore) })
    const knex = openKnex(database.config, logger)
    const opened = new TestRegistry(database, knex, store, registry, jobs, log, outbox, outboxStore)
    opened.#closing.push(
      async () => {
        await outbox.stop()
        await close()
      },
      () => icons.close(),
      () => opened.knex.destroy(),
    )
    await migrate()
    return opened
  }

  create(principal: Principal, members: Members = {}, icon?: Uint8Array): Promise<AppChange> {
    const submission = { members: { client_name: 'An app', ...members }, faults: [] }
    return this.registry.createApp(principal, { ...submission, ...(icon && { icon }) })
  }

  update(principal: Principal, clientId: string, version: number | undefined, members: Members): Promise<AppChange> {
    return this.registry.updateApp(principal, clientId, version, { members, faults: [] })
  }

  list(principal: Principal, query: AppListQuery = {}): Promise<AppRecordPage> {
    return this.registry.listApps(principal, { members: query, faults: [] })
  }

  /** The names on all pages, one after the other. */
  async names(principal: Principal, query: AppListQuery = {}): Promise<string[]> {
    const page = await this.list(principal, query)
    const names = page.items.map(({ client_name }) => client_name)
    return page.next_cursor === null
      ? names
      : [...names, ...(await this.names(principal, { ...query, cursor: page.next_cursor }))]
  }

  /** The audit log of an app, oldest line first. */
  async events(clientId: string): Promise<{ action: string; actor_id: string; changes: Record<string, unknown> }[]> {
    const rows: { action: string; actor_id: string; changes: string }[] = await this.knex('oauth_app_kit_events')
      .where('client_id', clientId)
      .orderBy('event_id')
    return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as Record<string, unknown> }))
  }

  async count(table: string): Promise<number> {
    const rows = await this.knex(`oauth_app_kit_${table}`).select('*')
    return rows.length
  }

  /** Leaves the database as it is, for a host that starts again. */
  async disconnect(): Promise<void> {
    await Promise.all(this.#closing.map((close) => close()))
  }

  async close(): Promise<void> {
    await this.disconnect()
    await this.database.drop()
  }
}

/** Somebody of an organisation or of none. */
export function person(id: string, organizations: Record<string, 'owner' | 'admin' | 'member'> = {}): Principal {
  const memberships = Object.entries(organizations).map(([name, role]) => ({ id: name, name, role }))
  return { id, name: `Person ${id}`, organizations: memberships }
}
