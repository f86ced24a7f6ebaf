import type { Knex } from 'knex'
import type { AppStore, AppTransaction } from '../registry/app-store.js'
import { insertApp, originHash, updateApp } from './app-changes.js'
import { pageOfApps, positionOf } from './app-page.js'
import { findApp, findRestingApp } from './app-queries.js'
import { countApps, lockQuota } from './app-quotas.js'
import { isDatabaseText } from './database-text.js'
import type { Dialect } from './dialect.js'
import { pageOfEvents } from './event-queries.js'
import { findGrantedApps } from './granted-apps.js'
import { searchTerms } from './fold-text.js'
import { dropIconIfUnused, findIcon, keepIcon } from './icon-changes.js'
import { findKeptRequest, keepRequest, purgeKeptRequests } from './kept-requests.js'
import { findDeletedApps, markDeleted, purgeApp, restoreApp } from './resting-apps.js'
import { insertLine } from './outbox-lines.js'
import { purgeRateCounters } from './rate-counters.js'
import { findRegistrationToken, insertRegistrationToken, replaceRegistrationToken } from './registration-tokens.js'
import { runQuery, runTransaction } from './run-transaction.js'
import { findLiveSecrets, insertSecret, keepSecrets, purgeSecrets, stampUse } from './secret-changes.js'
import { findUnnoticedSecrets, noticeSecret } from './secret-notices.js'
import { tablesOf } from './tables.js'
import { whenMigrated } from './when-migrated.js'

export interface StoreOptions {
  readonly knex: Knex
  /** Finds the dialect and checks the connection; called until it has succeeded once. */
  readonly openDialect: () => Promise<Dialect>
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** The apps in a database. */
export function createStore({ knex, openDialect, clock }: StoreOptions): AppStore {
  const ready = whenMigrated({ knex, openDialect })

  async function read<Result>(query: (dialect: Dialect) => Promise<Result>): Promise<Result> {
    return runQuery(async () => query(await ready()))
  }

  return {
    positionOf,
    searchTerms,
    findApp: (clientId, visibility) => read(() => findApp(knex, clientId, visibility, clock())),
    findRestingApp: (clientId, visibility) => read(() => findRestingApp(knex, clientId, visibility, clock())),
    findGrantedApps: (clientIds) => read(() => findGrantedApps(knex, clientIds)),
    pageOfApps: (query) => read((dialect) => pageOfApps(knex, dialect, query)),
    pageOfEvents: (query) => read(() => pageOfEvents(knex, query)),
    findIcon: (iconId, scale) => read(() => findIcon(knex, iconId, scale)),
    findLiveSecrets: (clientId, who) => read(() => findLiveSecrets(knex, clientId, { who, now: clock() })),

    findAllowedOrigins: (origin, clientId) =>
      read(async () => {
        if (!isDatabaseText(origin) || (clientId !== undefined && !isDatabaseText(clientId))) return []
        const allowed = knex(`${tablesOf(knex)('origins')} as origin`)
          .join(`${tablesOf(knex)('apps')} as app`, 'app.client_id', 'origin.client_id')
          .where('origin.origin_hash', originHash(origin))
          .whereNot('app.status', 'disabled')
          .whereNull('app.deleted_at')
        if (clientId !== undefined) void allowed.where('app.client_id', clientId)
        const row = await allowed.first<{ origin: string } | undefined>('origin.origin')
        return row ? [row.origin] : []
      }),

    findRegistrationToken: (clientId) => read(() => findRegistrationToken(knex, clientId)),
    findKeptRequest: (request, since) => read(() => findKeptRequest(knex, request, since)),

    async stampUse(clientId, secretId, at) {
      await ready()
      await runTransaction(knex, (transaction) => stampUse(transaction, clientId, secretId, at))
    },

    findDeletedApps: (query) => read(() => findDeletedApps(knex, query)),
    async purgeApp(app) {
      await ready()
      return runTransaction(knex, (transaction) => purgeApp(transaction, app))
    },
    async purgeSecrets(endedBy, limit) {
      await ready()
      return runTransaction(knex, (transaction) => purgeSecrets(transaction, endedBy, limit))
    },

    findUnnoticedSecrets: (query) => read(() => findUnnoticedSecrets(knex, query)),

    async purgeKeptRequests(usedBy, limit) {
      await ready()
      return runTransaction(knex, (transaction) => purgeKeptRequests(transaction, usedBy, limit))
    },
    async purgeRateCounters(endedBy, limit) {
      await ready()
      return runTransaction(knex, (transaction) => purgeRateCounters(transaction, endedBy, limit))
    },

    async transaction(work) {
      await read(() => Promise.resolve())
      return runTransaction(knex, (transaction) => work(appTransaction(transaction, clock)))
    },
  }
}

function appTransaction(transaction: Knex.Transaction, clock: () => number): AppTransaction {
  async function lock(clientId: string): Promise<void> {
    if (!isDatabaseText(clientId)) return
    // A write that changes nothing: it locks the row, and in SQLite the database, before anything is read.
    await transaction(tablesOf(transaction)('apps'))
      .where('client_id', clientId)
      .update({ version: transaction.ref('version') })
  }

  return {
    holdApp: lock,
    async lockApp(clientId, visibility) {
      await lock(clientId)
      return findApp(transaction, clientId, visibility, clock())
    },
    async lockRestingApp(clientId, visibility) {
      await lock(clientId)
      return findRestingApp(transaction, clientId, visibility, clock())
    },
    keepRequest: (request, since) => keepRequest(transaction, request, since),
    lockQuota: (subject, id) => lockQuota(transaction, subject, id),
    countApps: (subject, id, most) => countApps(transaction, subject, id, most),
    insertApp: (app) => insertApp(transaction, app),

    async updateApp(before, after) {
      await updateApp(transaction, before, after)
      if (before.icon && before.icon.id !== after.icon?.id) await dropIconIfUnused(transaction, before.icon.id)
    },
    markDeleted: (clientId, at) => markDeleted(transaction, clientId, at),
    restoreApp: (before, after) => restoreApp(transaction, before, after),

    insertSecret: (clientId, secret, hash) => insertSecret(transaction, clientId, secret, hash),
    keepSecrets: (clientId, secrets) => keepSecrets(transaction, clientId, secrets),
    insertRegistrationToken: (clientId, token) => insertRegistrationToken(transaction, clientId, token, clock()),
    replaceRegistrationToken: (clientId, former, token) =>
      replaceRegistrationToken(transaction, clientId, former, token, clock()),
    keepIcon: (icon) => keepIcon(transaction, icon, clock()),

    async insertEvent({ actor, changes, app, ...event }) {
      const row = { ...event, actor_id: actor.id, actor_name: actor.name, changes: JSON.stringify(changes) }
      await transaction(tablesOf(transaction)('events')).insert(row)
    },
    noticeSecret: (secretId, at) => noticeSecret(transaction, secretId, at),
    insertLine: (line, channels) => insertLine(transaction, line, channels),
  }
}
