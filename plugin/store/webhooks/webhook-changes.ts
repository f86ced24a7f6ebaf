import type { Knex } from 'knex'
import type { SealedSecret, WebhookRecord, WebhookSecretRecord } from '../../registry/webhooks/webhook-record.js'
import type { WebhookFilter } from '../../registry/webhooks/webhook-store.js'
import { lockQuota } from '../app-quotas.js'
import { isDatabaseText } from '../database-text.js'
import { firstValue } from '../first-value.js'
import { tablesOf } from '../tables.js'
import { findWebhook, managed } from './webhook-queries.js'
import { toWebhookRow, type WebhookRow } from './webhook-rows.js'

/** Whoever adds an endpoint for the same owner waits, so that all of them count. */
export async function insertWebhook(
  transaction: Knex.Transaction,
  webhook: WebhookRecord,
  { id, key_id, sealed }: SealedSecret,
  most: number,
): Promise<boolean> {
  const { organization_id: organization, created_by } = webhook
  await lockQuota(transaction, organization === null ? 'user' : 'organization', organization ?? created_by.id)
  const table = tablesOf(transaction)('webhooks')
  const owned =
    organization === null
      ? transaction(table).whereNull('organization_id').where('created_by_id', created_by.id)
      : transaction(table).where('organization_id', organization)
  if (Number(firstValue(await owned.count('*'))) >= most) return false
  await transaction(table).insert(toWebhookRow(webhook))
  const { id: webhook_id, created_at } = webhook
  await transaction(tablesOf(transaction)('webhookSecrets')).insert({
    secret_id: id,
    webhook_id,
    key_id,
    sealed,
    created_at,
    expires_at: null,
  })
  return true
}

/** From now on nobody else changes the endpoint before the transaction ends. */
export async function lockWebhook(
  transaction: Knex.Transaction,
  webhookId: string,
  filter: WebhookFilter,
  now: number,
): Promise<WebhookRecord | null> {
  if (!isDatabaseText(webhookId)) return null
  // A write that changes nothing: it locks the row, and in SQLite the database, before anything is read.
  await transaction<WebhookRow>(tablesOf(transaction)('webhooks'))
    .where('webhook_id', webhookId)
    .update({ webhook_id: webhookId })
  return findWebhook(transaction, webhookId, filter, now)
}

/** All but its secrets. */
export async function updateWebhook(transaction: Knex.Transaction, webhook: WebhookRecord): Promise<void> {
  await transaction<WebhookRow>(tablesOf(transaction)('webhooks'))
    .where('webhook_id', webhook.id)
    .update(toWebhookRow(webhook))
}

/** Of an endpoint that is locked. */
export async function addWebhookSecret(
  transaction: Knex.Transaction,
  webhookId: string,
  { id, key_id, sealed, created_at, expires_at }: SealedSecret & WebhookSecretRecord,
  endsAt: number,
): Promise<void> {
  const table = tablesOf(transaction)('webhookSecrets')
  await transaction(table)
    .where('webhook_id', webhookId)
    .where((later) => later.whereNull('expires_at').orWhere('expires_at', '>', endsAt))
    .update({ expires_at: endsAt })
  await transaction(table).insert({ secret_id: id, webhook_id: webhookId, key_id, sealed, created_at, expires_at })
}

export async function deleteWebhook(knex: Knex, webhookId: string, filter: WebhookFilter): Promise<boolean> {
  if (!isDatabaseText(webhookId)) return false
  return (await managed(knex, filter).where('webhook_id', webhookId).delete()) > 0
}
