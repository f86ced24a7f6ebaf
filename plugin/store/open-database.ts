import type { Knex } from 'knex'
import type { AuthorizationStore } from '../authorization-server/authorization-store.js'
import type { Logger } from '../logger.js'
import type { OutboxStore } from '../notifications/outbox-store.js'
import { OptionsError } from '../options/options-error.js'
import type { RequestCount } from '../rate-limits/count-requests.js'
import type { RatePolicy } from '../rate-limits/rate-limiter.js'
import type { AppStore } from '../registry/app-store.js'
import type { WebhookStore } from '../registry/webhooks/webhook-store.js'
import { createAuthorizationStore } from './create-authorization-store.js'
import { createOutboxStore } from './create-outbox-store.js'
import { createStore } from './create-store.js'
import { createWebhookStore } from './create-webhook-store.js'
import type { Dialect } from './dialect.js'
import { identifyDialect, isKnownClient } from './identify-dialect.js'
import { isKnexInstance, withConnection } from './knex-instance.js'
import { migrate } from './migrate.js'
import { isSqlite, openKnex } from './open-knex.js'
import { rememberStatements } from './remember-statements.js'
import { countRequest } from './rate-counters.js'
import { defaultTablePrefix, withTablePrefix } from './tables.js'

export interface Database {
  readonly store: AppStore
  /** For an authorization server on the same database. */
  readonly authorization: AuthorizationStore
  readonly outbox: OutboxStore
  readonly webhooks: WebhookStore
  /** Counts a request that a policy limits. Not tried again when the database is busy: there are other ways to count. */
  readonly countRequest: (policy: RatePolicy, principalId: string) => Promise<RequestCount>
  readonly migrate: () => Promise<void>
  /** Closes the connections that were made here; the host's own stay open. */
  readonly close: () => Promise<void>
}

export interface DatabaseOptions {
  readonly tablePrefix?: string | undefined
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** A database that is looked at when it is first used, and refused then if it would lose what it is given. */
export function openDatabase(
  source: Knex | Knex.Config,
  { tablePrefix = defaultTablePrefix, logger, clock }: DatabaseOptions,
): Database {
  const connections = isKnexInstance(source) ? source : openKnex(source, logger)
  const knex = withTablePrefix(connections, tablePrefix)
  let opened: Promise<Dialect> | undefined

  /** One look for all who ask at once; the next one looks again where it failed. */
  function openDialect(): Promise<Dialect> {
    opened ??= inspect(knex).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }

  return {
    store: createStore({ knex, openDialect, clock }),
    authorization: createAuthorizationStore({ knex, openDialect, clock }),
    outbox: createOutboxStore({ knex, openDialect }),
    webhooks: createWebhookStore({ knex, openDialect, clock }),
    countRequest: ({ name, seconds }, principalId) => {
      const now = clock()
      return knex.transaction((transaction) => countRequest(transaction, name, principalId, now, now + seconds * 1000))
    },
    migrate: async () => migrate(knex, await openDialect(), logger),
    async close() {
      if (connections !== source) await connections.destroy()
    },
  }
}

async function inspect(knex: Knex): Promise<Dialect> {
  const client: unknown = knex.client
  const driver = typeof client === 'object' && client !== null && 'driverName' in client ? client.driverName : undefined
  if (!isKnownClient(driver)) throw new TypeError(`There is no store for ${String(driver)}`)
  const dialect = await identifyDialect(knex, driver)
  const complaints = await dialect.complaints(knex)
  if (complaints.length > 0) throw new OptionsError(complaints.map((message) => ({ option: 'knex', message })))
  // A host's own instance has one connection too, for as long as it lives.
  if (driver === 'better-sqlite3') {
    await withConnection(knex, (connection) => {
      if (isSqlite(connection)) rememberStatements(connection)
    })
  }
  return dialect
}
