import type { Timestamp } from '../app-record.js'
import type { WebhookMessage } from './webhook-record.js'
import type { WebhookStore } from './webhook-store.js'

/** Writes down that a message is not sent, since its endpoint was disabled before it could be: no attempt was made. */
export async function withholdDelivery(
  store: WebhookStore,
  webhookId: string,
  message: WebhookMessage,
  now: Timestamp,
): Promise<void> {
  await store.keepAttempt({
    webhookId,
    delivery: {
      ...message,
      status: 'failed',
      attempts: 0,
      response_status: null,
      error: 'disabled',
      duration: 0,
      created_at: now,
      attempted_at: now,
    },
    change: (before) => before,
  })
}
