import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** Who is told what happens to apps, and where. */
const webhooks: TableShape = {
  name: 'webhooks',
  columns: {
    webhook_id: { type: 'id' },
    organization_id: { type: 'id', nullable: true },
    created_by_id: { type: 'id' },
    created_by_name: { type: 'text' },
    url: { type: 'text' },
    description: { type: 'text' },
    events: { type: 'json' },
    status: { type: 'keyword' },
    status_reason: { type: 'keyword', nullable: true },
    failing_since: { type: 'time', nullable: true },
    created_at: { type: 'time' },
    updated_at: { type: 'time' },
  },
  primaryKey: ['webhook_id'],
  indexes: {
    by_created: ['created_at', 'webhook_id'],
    by_org_created: ['organization_id', 'created_at', 'webhook_id'],
    by_owner_created: ['created_by_id', 'created_at', 'webhook_id'],
  },
}

/** What signs, sealed by a key of the host that is not in the database. */
const webhookSecrets: TableShape = {
  name: 'webhookSecrets',
  columns: {
    secret_id: { type: 'id' },
    webhook_id: { type: 'id' },
    key_id: { type: 'id' },
    sealed: { type: 'text' },
    created_at: { type: 'time' },
    expires_at: { type: 'time', nullable: true },
  },
  primaryKey: ['secret_id'],
  indexes: { by_webhook: ['webhook_id', 'created_at'], by_expiry: ['expires_at'] },
  references: [{ column: 'webhook_id', table: 'webhooks', cascade: true }],
}

/** The log: a line for each event and endpoint, with what came of its last attempt. */
const webhookDeliveries: TableShape = {
  name: 'webhookDeliveries',
  columns: {
    delivery_id: { type: 'id' },
    webhook_id: { type: 'id' },
    event: { type: 'keyword' },
    client_id: { type: 'id', nullable: true },
    body: { type: 'text' },
    status: { type: 'keyword' },
    attempts: { type: 'integer' },
    response_status: { type: 'integer', nullable: true },
    error: { type: 'keyword', nullable: true },
    duration: { type: 'integer' },
    created_at: { type: 'time' },
    attempted_at: { type: 'time' },
  },
  primaryKey: ['delivery_id'],
  indexes: {
    by_webhook: ['webhook_id', 'created_at', 'delivery_id'],
    by_webhook_status: ['webhook_id', 'status', 'created_at', 'delivery_id'],
    by_created: ['created_at'],
  },
  references: [{ column: 'webhook_id', table: 'webhooks', cascade: true }],
}

export function createWebhooks(dialect: Dialect, tables: Tables): string[] {
  return [webhooks, webhookSecrets, webhookDeliveries].flatMap((shape) => createTable(shape, dialect, tables))
}
