import type { Handler } from '../handler.js'
import { presentDelivery } from '../present-webhook.js'

export const redeliverWebhook: Handler<'redeliverWebhook'> = async ({ principal, params }, registry) => ({
  status: 200,
  body: presentDelivery(await registry.webhooks.redeliver(principal, params.webhook_id, params.delivery_id)),
})
