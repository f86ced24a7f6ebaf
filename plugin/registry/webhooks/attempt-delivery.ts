import type { RegistryContext } from '../registry-context.js'
import { afterAttempt } from './after-attempt.js'
import { secretPlace } from './new-signing-secret.js'
import { requireWebhooks } from './require-webhooks.js'
import type { AttemptOutcome, DeliveryRecord, WebhookMessage, WebhookRecord } from './webhook-record.js'

export interface Attempt {
  readonly webhook: WebhookRecord
  readonly message: WebhookMessage
  /** Whether it is tried again by itself where this fails, as far as anybody knows. */
  readonly repeats: (outcome: AttemptOutcome) => boolean
  readonly signal?: AbortSignal | undefined
}

/** Sends a message once and writes down what came of it; `null` where the endpoint has gone meanwhile. */
export async function attemptDelivery(
  context: Pick<RegistryContext, 'webhooks' | 'clock' | 'logger'>,
  { webhook, message, repeats, signal }: Attempt,
): Promise<{
  readonly webhook: WebhookRecord
  readonly delivery: DeliveryRecord
  readonly outcome: AttemptOutcome
} | null> {
  const { box, sender, store } = requireWebhooks(context)
  const sealed = await store.secretsOf(webhook.id, context.clock())
  const secrets = sealed.flatMap((secret) => box.open(secret, secretPlace(webhook.id, secret.id)) ?? [])
  const { url } = webhook
  const { id, body } = message
  const outcome: AttemptOutcome =
    secrets.length === 0
      ? { response_status: null, error: 'key', duration: 0 }
      : await sender.send({ url, id, body, secrets }, signal)
  const { response_status, error, duration } = outcome
  const again = error !== null && repeats(outcome)
  const now = context.clock()
  const kept = await store.keepAttempt({
    webhookId: webhook.id,
    delivery: {
      ...message,
      status: error === null ? 'delivered' : again ? 'pending' : 'failed',
      attempts: 1,
      response_status,
      error,
      duration,
      created_at: now,
      attempted_at: now,
    },
    change: (before) => afterAttempt(before, outcome, now),
  })
  if (!kept) return null
  if (kept.after.status !== kept.before.status) {
    context.logger.warn({ webhook_id: webhook.id, reason: kept.after.status_reason }, 'webhook.disabled')
  }
  return { webhook: kept.after, delivery: kept.delivery, outcome }
}
