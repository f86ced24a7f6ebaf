import type { Handler } from '../handler.js'
import { presentWebhook } from '../present-webhook.js'

export const getWebhook: Handler<'getWebhook'> = async ({ principal, params }, registry) => ({
  status: 200,
  body: presentWebhook(await registry.webhooks.get(principal, params.webhook_id)),
})
