import type { Knex } from 'knex'
import type { WebhookStore } from '../registry/webhooks/webhook-store.js'
import type { StoreOptions } from './create-store.js'
import { runQuery, runTransaction } from './run-transaction.js'
import {
  addWebhookSecret,
  deleteWebhook,
  insertWebhook,
  lockWebhook,
  updateWebhook,
} from './webhooks/webhook-changes.js'
import { findDelivery, keepAttempt, pageOfDeliveries, purgeWebhooks } from './webhooks/webhook-deliveries.js'
import { findWebhook, pageOfWebhooks, sealedSecretsOf, subscribersOf } from './webhooks/webhook-queries.js'
import { whenMigrated } from './when-migrated.js'

/** The endpoints of webhooks, in the same database as the apps. */
export function createWebhookStore({ knex, openDialect, clock }: StoreOptions): WebhookStore {
  const ready = whenMigrated({ knex, openDialect })

  async function read<Result>(query: () => Promise<Result>): Promise<Result> {
    return runQuery(async () => {
      await ready()
      return query()
    })
  }

  async function change<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    await runQuery(ready)
    return runTransaction(knex, work)
  }

  return {
    find: (webhookId, filter) => read(() => findWebhook(knex, webhookId, filter, clock())),
    page: (query) => read(() => pageOfWebhooks(knex, query, clock())),
    subscribers: (occasion) => read(() => subscribersOf(knex, occasion)),
    secretsOf: (webhookId, now) => read(() => sealedSecretsOf(knex, webhookId, now)),
    insert: (webhook, secret, most) => change((transaction) => insertWebhook(transaction, webhook, secret, most)),

    update: (webhookId, filter, become) =>
      change(async (transaction) => {
        const before = await lockWebhook(transaction, webhookId, filter, clock())
        if (!before) return null
        const after = become(before)
        await updateWebhook(transaction, after)
        return after
      }),

    delete: (webhookId, filter) => change((transaction) => deleteWebhook(transaction, webhookId, filter)),

    addSecret: (webhookId, filter, secret, endsAt) =>
      change(async (transaction) => {
        const before = await lockWebhook(transaction, webhookId, filter, clock())
        if (!before) return null
        await addWebhookSecret(transaction, webhookId, secret, endsAt)
        return findWebhook(transaction, webhookId, filter, clock())
      }),

    findDelivery: (webhookId, deliveryId) => read(() => findDelivery(knex, webhookId, deliveryId)),
    pageOfDeliveries: (query) => read(() => pageOfDeliveries(knex, query)),
    keepAttempt: (attempt) => change((transaction) => keepAttempt(transaction, attempt, clock())),
    purge: (until, limit) => change((transaction) => purgeWebhooks(transaction, until, limit)),
  }
}
