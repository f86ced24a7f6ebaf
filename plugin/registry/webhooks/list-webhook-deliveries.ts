import { deliveryPageSize } from '../../contract/webhook-values.js'
import type { Principal } from '../../principal.js'
import type { RegistryContext } from '../registry-context.js'
import { pageOf, readNewestFirst } from './newest-first.js'
import { requireWebhook, requireWebhooks } from './require-webhooks.js'
import type { DeliveryRecordPage, WebhookRegistry } from './webhook-registry.js'

/**
 * One page of what was sent to an endpoint, newest first.
 *
 * @throws ProblemError `not_found` or `invalid_input`.
 */
export async function listWebhookDeliveries(
  context: RegistryContext,
  principal: Principal,
  webhookId: string,
  query: Parameters<WebhookRegistry['listDeliveries']>[2],
): Promise<DeliveryRecordPage> {
  const { store } = requireWebhooks(context)
  await requireWebhook(context, principal, webhookId)
  const { after, limit } = readNewestFirst(query, deliveryPageSize.default)
  const found = await store.pageOfDeliveries({ webhookId, status: query.members.status, after, limit: limit + 1 })
  return pageOf(found, limit)
}
