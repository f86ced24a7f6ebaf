import type { Handler } from '../handler.js'
import { presentDelivery } from '../present-webhook.js'

export const testWebhook: Handler<'testWebhook'> = async ({ principal, params }, registry) => ({
  status: 200,
  body: presentDelivery(await registry.webhooks.test(principal, params.webhook_id)),
})
