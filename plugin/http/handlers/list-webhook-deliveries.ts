import { WebhookDeliveryListQuerySchema } from '../../contract/webhooks.js'
import type { Handler } from '../handler.js'
import { presentDelivery } from '../present-webhook.js'
import { readParameters } from '../read-parameters.js'

export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async (
  { principal, params, query },
  registry,
) => {
  const asked = readParameters(WebhookDeliveryListQuerySchema, query)
  const page = await registry.webhooks.listDeliveries(principal, params.webhook_id, asked)
  return { status: 200, body: { items: page.items.map(presentDelivery), next_cursor: page.next_cursor } }
}
