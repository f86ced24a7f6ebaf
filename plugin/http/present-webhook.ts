import type { Webhook, WebhookDelivery, WebhookWithSecret } from '../contract/webhooks.js'
import type { DeliveryRecord, WebhookRecord } from '../registry/webhooks/webhook-record.js'
import type { WebhookChange } from '../registry/webhooks/webhook-registry.js'
import { isoTime } from './iso-time.js'

/** An endpoint over the wire. */
export function presentWebhook(webhook: WebhookRecord): Webhook {
  const { id, organization_id, url, description, events, status, status_reason, created_by } = webhook
  return {
    id,
    organization_id,
    url,
    description,
    events: [...events],
    status,
    status_reason,
    failing_since: timeOrNull(webhook.failing_since),
    created_by: { id: created_by.id, name: created_by.name },
    created_at: isoTime(webhook.created_at),
    updated_at: isoTime(webhook.updated_at),
    secrets: webhook.secrets.map(({ id, created_at, expires_at }) => ({
      id,
      created_at: isoTime(created_at),
      expires_at: timeOrNull(expires_at),
    })),
  }
}

/** With its new secret, which is in no other answer. */
export function presentWebhookChange({ webhook, signing_secret }: WebhookChange): WebhookWithSecret {
  return { ...presentWebhook(webhook), signing_secret }
}

/** What became of an event, without what it said. */
export function presentDelivery(delivery: DeliveryRecord): WebhookDelivery {
  const { id, event, client_id, status, attempts, response_status, error, duration } = delivery
  const times = { created_at: isoTime(delivery.created_at), attempted_at: isoTime(delivery.attempted_at) }
  return { id, event, client_id, status, attempts, response_status, error, duration, ...times }
}

function timeOrNull(time: number | null): string | null {
  return time === null ? null : isoTime(time)
}
