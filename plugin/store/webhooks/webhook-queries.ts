import type { Knex } from 'knex'
import type { SealedSecret, WebhookRecord } from '../../registry/webhooks/webhook-record.js'
import type {
  NewestFirst,
  WebhookFilter,
  WebhookOccasion,
  WebhookPageQuery,
} from '../../registry/webhooks/webhook-store.js'
import { isDatabaseText } from '../database-text.js'
import { readStrings } from '../json-columns.js'
import { tablesOf } from '../tables.js'
import { toWebhook, type WebhookRow, type WebhookSecretRow } from './webhook-rows.js'

export async function findWebhook(
  knex: Knex,
  webhookId: string,
  filter: WebhookFilter,
  now: number,
): Promise<WebhookRecord | null> {
  if (!isDatabaseText(webhookId)) return null
  const [webhook = null] = await withSecrets(knex, managed(knex, filter).where('webhook_id', webhookId), now)
  return webhook
}

export async function pageOfWebhooks(
  knex: Knex,
  { filter, organizationId, after, limit }: WebhookPageQuery,
  now: number,
): Promise<WebhookRecord[]> {
  if (!isDatabaseText(organizationId ?? '')) return []
  const rows = newestFirst(managed(knex, filter), 'webhook_id', after).limit(limit)
  if (organizationId !== undefined) void rows.where('organization_id', organizationId)
  return withSecrets(knex, rows, now)
}

/** Those of the organisation of the app, and the own ones of who created it. */
export async function subscribersOf(
  knex: Knex,
  { event, organizationId, createdBy }: WebhookOccasion,
): Promise<string[]> {
  const rows = await knex<WebhookRow>(tablesOf(knex)('webhooks'))
    .where('status', 'active')
    .where((owned) => {
      void owned.where((own) => own.whereNull('organization_id').where('created_by_id', createdBy))
      if (organizationId !== null) void owned.orWhere('organization_id', organizationId)
    })
    .orderBy('webhook_id')
    .select('webhook_id', 'events')
  return rows.filter(({ events }) => readStrings(events).includes(event)).map(({ webhook_id }) => webhook_id)
}

export async function sealedSecretsOf(knex: Knex, webhookId: string, now: number): Promise<SealedSecret[]> {
  const rows = await liveSecrets(knex, [webhookId], now)
  return rows.map(({ secret_id, key_id, sealed }) => ({ id: secret_id, key_id, sealed }))
}

/** The endpoints of a filter. */
export function managed(knex: Knex, filter: WebhookFilter): Knex.QueryBuilder<WebhookRow, WebhookRow[]> {
  const webhooks = knex<WebhookRow>(tablesOf(knex)('webhooks'))
  if (filter === 'all') return webhooks
  const { organizations, owner } = filter
  return webhooks.where((owned) => {
    void owned.whereIn('organization_id', organizations)
    if (owner !== null) void owned.orWhere((own) => own.whereNull('organization_id').where('created_by_id', owner))
  })
}

/** In the order of a page, from where the one before ended. */
export function newestFirst<Row extends object>(
  rows: Knex.QueryBuilder<Row, Row[]>,
  idColumn: string,
  after: NewestFirst | undefined,
): Knex.QueryBuilder<Row, Row[]> {
  if (after) {
    void rows.where((later) => {
      void later.where('created_at', '<', after.at)
      void later.orWhere((same) => same.where('created_at', after.at).where(idColumn, '<', after.id))
    })
  }
  return rows.orderBy([
    { column: 'created_at', order: 'desc' },
    { column: idColumn, order: 'desc' },
  ])
}

async function withSecrets(
  knex: Knex,
  query: Knex.QueryBuilder<WebhookRow, WebhookRow[]>,
  now: number,
): Promise<WebhookRecord[]> {
  const rows = await query.select<WebhookRow[]>('*')
  const ids = rows.map(({ webhook_id }) => webhook_id)
  const secrets = await liveSecrets(knex, ids, now)
  return rows.map((row) =>
    toWebhook(
      row,
      secrets.filter(({ webhook_id }) => webhook_id === row.webhook_id),
    ),
  )
}

async function liveSecrets(knex: Knex, webhookIds: readonly string[], now: number): Promise<WebhookSecretRow[]> {
  if (webhookIds.length === 0) return []
  return (
    knex<WebhookSecretRow>(tablesOf(knex)('webhookSecrets'))
      .whereIn('webhook_id', webhookIds)
      .where((alive) => alive.whereNull('expires_at').orWhere('expires_at', '>', now))
      // The newest has no end; others may have been made in the same millisecond.
      .orderByRaw('CASE WHEN expires_at IS NULL THEN 0 ELSE 1 END')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'secret_id', order: 'desc' },
      ])
      .select<WebhookSecretRow[]>('*')
  )
}
