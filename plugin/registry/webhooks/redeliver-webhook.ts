import type { Principal } from '../../principal.js'
import type { RegistryContext } from '../registry-context.js'
import { attemptDelivery } from './attempt-delivery.js'
import { foundWebhook, requireWebhook, requireWebhooks } from './require-webhooks.js'
import type { DeliveryRecord } from './webhook-record.js'

/**
 * Sends what was sent once more, at once, under the same `webhook-id`: a receiver that had it knows it again. What is still
 * tried by itself goes on being tried where this fails, and is done where it does not.
 *
 * @throws ProblemError `not_found`.
 */
export async function redeliverWebhook(
  context: RegistryContext,
  principal: Principal,
  webhookId: string,
  deliveryId: string,
): Promise<DeliveryRecord> {
  const { store } = requireWebhooks(context)
  const webhook = await requireWebhook(context, principal, webhookId)
  const { id, event, client_id, body, status } = foundWebhook(await store.findDelivery(webhookId, deliveryId))
  const message = { id, event, client_id, body }
  const attempted = await attemptDelivery(context, { webhook, message, repeats: () => status === 'pending' })
  return foundWebhook(attempted).delivery
}
