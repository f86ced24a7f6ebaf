import { webhookEvents, type WebhookEvent } from '../../contract/webhook-values.js'
import type { RegistryContext } from '../../registry/registry-context.js'
import { attemptDelivery } from '../../registry/webhooks/attempt-delivery.js'
import { requireWebhooks } from '../../registry/webhooks/require-webhooks.js'
import type { AttemptOutcome, WebhookMessage } from '../../registry/webhooks/webhook-record.js'
import { webhookPayload } from '../../registry/webhooks/webhook-payload.js'
import { withholdDelivery } from '../../registry/webhooks/withhold-delivery.js'
import type { Channel, Delivery, DeliveryOutcome } from '../channel.js'
import type { NotificationLine } from '../notification-line.js'
import { RestingEndpoints } from './resting-endpoints.js'

/** Milliseconds for which an event is tried: just short of a day, when the outbox would give it up without the log's knowing. */
const longestTry = 24 * 60 * 60_000 - 60_000

/** What happens, told to endpoints: each has deliveries of its own, so that none waits for another. */
export function createWebhookChannel(context: Pick<RegistryContext, 'webhooks' | 'clock' | 'logger'>): Channel {
  const { store } = requireWebhooks(context)
  const { clock } = context
  const resting = new RestingEndpoints()

  async function split({ event, app }: NotificationLine & { event: WebhookEvent }): Promise<DeliveryOutcome> {
    const occasion = { event, organizationId: app.organization_id, createdBy: app.created_by.id }
    return { kind: 'split', targets: await store.subscribers(occasion) }
  }

  async function tell(
    message: WebhookMessage,
    { target: webhookId, triedAt }: Delivery,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome> {
    const lastTry = triedAt + longestTry
    const webhook = await store.find(webhookId, 'all')
    if (!webhook) return { kind: 'skipped', reason: 'The endpoint was deleted' }
    const now = clock()
    const known = await store.findDelivery(webhookId, message.id)
    // Somebody sent it once more meanwhile, or this process ended before it could say so.
    if (known?.status === 'delivered') return { kind: 'delivered' }
    if (webhook.status === 'disabled') {
      await withholdDelivery(store, webhookId, message, now)
      return { kind: 'skipped', reason: 'The endpoint is disabled' }
    }
    const pause = resting.restOf(webhookId, now)
    if (pause > 0 && now < lastTry) {
      return { kind: 'failed', reason: 'The endpoint has just failed, and is left alone', retryAfter: pause / 1000 }
    }
    const attempted = await attemptDelivery(context, { webhook, message, repeats: () => now < lastTry, signal })
    if (!attempted) return { kind: 'skipped', reason: 'The endpoint was deleted' }
    const { outcome, webhook: after } = attempted
    if (outcome.error === null) {
      resting.succeeded(webhookId)
      return { kind: 'delivered' }
    }
    resting.failed(webhookId, after.failing_since ?? now, clock())
    const reason = reasonOf(outcome)
    return now < lastTry ? { kind: 'failed', reason, retryAfter: outcome.retryAfter } : { kind: 'parked', reason }
  }

  return {
    name: 'webhooks',
    wants: isForWebhooks,
    async deliver(delivery, signal) {
      const { id, line, target } = delivery
      if (!isForWebhooks(line)) return { kind: 'skipped', reason: 'No endpoint can choose this event' }
      if (target === '') return split(line)
      // Standard Webhooks signs `id.timestamp.body`, so that an id has no dots.
      const messageId = id.replaceAll('.', '_')
      const message = { id: messageId, event: line.event, client_id: line.app.client_id, body: webhookPayload(line) }
      return tell(message, delivery, signal)
    },
  }
}

function isForWebhooks(line: NotificationLine): line is NotificationLine & { event: WebhookEvent } {
  return webhookEvents.some((event) => event === line.event)
}

function reasonOf({ response_status: status, error }: AttemptOutcome): string {
  return status === null ? `No answer: ${error ?? 'none'}` : `The receiver answered ${status}`
}
