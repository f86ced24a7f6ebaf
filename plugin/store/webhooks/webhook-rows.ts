import {
  deliveryErrors,
  deliveryStatuses,
  webhookEvents,
  webhookStatuses,
  webhookStatusReasons,
  webhookTestEvent,
} from '../../contract/webhook-values.js'
import type { DeliveryRecord, WebhookRecord, WebhookSecretRecord } from '../../registry/webhooks/webhook-record.js'
import type { DatabaseInteger } from '../database-rows.js'
import { readStrings } from '../json-columns.js'

export interface WebhookRow {
  readonly webhook_id: string
  readonly organization_id: string | null
  readonly created_by_id: string
  readonly created_by_name: string
  readonly url: string
  readonly description: string
  readonly events: string
  readonly status: string
  readonly status_reason: string | null
  readonly failing_since: DatabaseInteger | null
  readonly created_at: DatabaseInteger
  readonly updated_at: DatabaseInteger
}

export interface WebhookSecretRow {
  readonly secret_id: string
  readonly webhook_id: string
  readonly key_id: string
  readonly sealed: string
  readonly created_at: DatabaseInteger
  readonly expires_at: DatabaseInteger | null
}

export interface DeliveryRow {
  readonly delivery_id: string
  readonly webhook_id: string
  readonly event: string
  readonly client_id: string | null
  readonly body: string
  readonly status: string
  readonly attempts: number
  readonly response_status: number | null
  readonly error: string | null
  readonly duration: number
  readonly created_at: DatabaseInteger
  readonly attempted_at: DatabaseInteger
}

export function toWebhook(row: WebhookRow, secrets: readonly WebhookSecretRow[]): WebhookRecord {
  return {
    id: row.webhook_id,
    organization_id: row.organization_id,
    created_by: { id: row.created_by_id, name: row.created_by_name },
    url: row.url,
    description: row.description,
    events: readStrings(row.events).map((event) => oneOf(webhookEvents, event)),
    status: oneOf(webhookStatuses, row.status),
    status_reason: row.status_reason === null ? null : oneOf(webhookStatusReasons, row.status_reason),
    failing_since: timeOf(row.failing_since),
    created_at: Number(row.created_at),
    updated_at: Number(row.updated_at),
    secrets: secrets.map(toSecret),
  }
}

export function toWebhookRow(webhook: WebhookRecord): WebhookRow {
  const { id, created_by, secrets, events, ...members } = webhook
  return {
    ...members,
    webhook_id: id,
    created_by_id: created_by.id,
    created_by_name: created_by.name,
    events: JSON.stringify(events),
  }
}

export function toDelivery(row: DeliveryRow): DeliveryRecord {
  return {
    id: row.delivery_id,
    event: oneOf([...webhookEvents, webhookTestEvent], row.event),
    client_id: row.client_id,
    body: row.body,
    status: oneOf(deliveryStatuses, row.status),
    attempts: row.attempts,
    response_status: row.response_status,
    error: row.error === null ? null : oneOf(deliveryErrors, row.error),
    duration: row.duration,
    created_at: Number(row.created_at),
    attempted_at: Number(row.attempted_at),
  }
}

function toSecret({ secret_id, created_at, expires_at }: WebhookSecretRow): WebhookSecretRecord {
  return { id: secret_id, created_at: Number(created_at), expires_at: timeOf(expires_at) }
}

function timeOf(value: DatabaseInteger | null): number | null {
  return value === null ? null : Number(value)
}

function oneOf<Value extends string>(known: readonly Value[], value: string): Value {
  const found = known.find((item) => item === value)
  if (found === undefined) throw new TypeError(`The database holds "${value}", where there is ${known.join(', ')}`)
  return found
}
