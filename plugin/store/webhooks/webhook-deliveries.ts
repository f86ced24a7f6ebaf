import type { Knex } from 'knex'
import type { DeliveryRecord } from '../../registry/webhooks/webhook-record.js'
import type { AttemptRecord, DeliveryPageQuery } from '../../registry/webhooks/webhook-store.js'
import { isDatabaseText } from '../database-text.js'
import { tablesOf } from '../tables.js'
import { lockWebhook, updateWebhook } from './webhook-changes.js'
import { newestFirst } from './webhook-queries.js'
import { toDelivery, type DeliveryRow, type WebhookSecretRow } from './webhook-rows.js'

export async function findDelivery(knex: Knex, webhookId: string, deliveryId: string): Promise<DeliveryRecord | null> {
  if (!isDatabaseText(deliveryId)) return null
  const row = await deliveries(knex).where({ webhook_id: webhookId, delivery_id: deliveryId }).first()
  return row ? toDelivery(row) : null
}

export async function pageOfDeliveries(
  knex: Knex,
  { webhookId, status, after, limit }: DeliveryPageQuery,
): Promise<DeliveryRecord[]> {
  const rows = newestFirst(deliveries(knex).where('webhook_id', webhookId), 'delivery_id', after).limit(limit)
  if (status !== undefined) void rows.where('status', status)
  return (await rows.select<DeliveryRow[]>('*')).map(toDelivery)
}

/** Under the lock of the endpoint, so that of two attempts at once neither is lost. */
export async function keepAttempt(
  transaction: Knex.Transaction,
  { webhookId, delivery, change }: AttemptRecord,
  now: number,
) {
  const before = await lockWebhook(transaction, webhookId, 'all', now)
  if (!before) return null
  const after = change(before)
  if (after !== before) await updateWebhook(transaction, after)
  const known = await findDelivery(transaction, webhookId, delivery.id)
  const kept = known ? again(known, delivery) : delivery
  const { id, ...members } = kept
  const row: DeliveryRow = { ...members, delivery_id: id, webhook_id: webhookId }
  if (known) await deliveries(transaction).where('delivery_id', id).update(row)
  else await deliveries(transaction).insert(row)
  return { before, after, delivery: kept }
}

/** What arrived once has arrived, whatever becomes of a repeat. */
function again(known: DeliveryRecord, latest: DeliveryRecord): DeliveryRecord {
  return {
    ...latest,
    created_at: known.created_at,
    attempts: known.attempts + latest.attempts,
    status: known.status === 'delivered' ? 'delivered' : latest.status,
  }
}

export async function purgeWebhooks(knex: Knex, until: number, limit: number): Promise<number> {
  const tables = tablesOf(knex)
  const old = await deliveries(knex)
    .where('created_at', '<=', until)
    .orderBy('created_at')
    .limit(limit)
    .pluck<string[]>('delivery_id')
  const ended = await knex<WebhookSecretRow>(tables('webhookSecrets'))
    .where('expires_at', '<=', until)
    .orderBy('expires_at')
    .limit(limit)
    .pluck<string[]>('secret_id')
  const counts = [
    old.length === 0 ? 0 : await deliveries(knex).whereIn('delivery_id', old).delete(),
    ended.length === 0 ? 0 : await knex(tables('webhookSecrets')).whereIn('secret_id', ended).delete(),
  ]
  // The larger one says whether there may be more.
  return Math.max(...counts)
}

function deliveries(knex: Knex): Knex.QueryBuilder<DeliveryRow, DeliveryRow[]> {
  return knex<DeliveryRow>(tablesOf(knex)('webhookDeliveries'))
}
