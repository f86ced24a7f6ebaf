import { webhookTestEvent } from '../../contract/webhook-values.js'
import type { Principal } from '../../principal.js'
import { newId } from '../new-id.js'
import type { RegistryContext } from '../registry-context.js'
import { attemptDelivery } from './attempt-delivery.js'
import { foundWebhook, requireWebhook } from './require-webhooks.js'
import { testPayload } from './webhook-payload.js'
import type { DeliveryRecord } from './webhook-record.js'

/**
 * Sends a test event once, at once, to an endpoint that is disabled too: one tries whether it is mended.
 *
 * @throws ProblemError `not_found`.
 */
export async function testWebhook(
  context: RegistryContext,
  principal: Principal,
  webhookId: string,
): Promise<DeliveryRecord> {
  const webhook = await requireWebhook(context, principal, webhookId)
  const actor = { id: principal.id, name: principal.name }
  const body = testPayload(webhookId, actor, context.clock())
  const message = { id: `test_${newId()}`, event: webhookTestEvent, client_id: null, body } as const
  const attempted = await attemptDelivery(context, { webhook, message, repeats: () => false })
  return foundWebhook(attempted).delivery
}
