import type { Handler } from '../handler.js'

export const deleteWebhook: Handler<'deleteWebhook'> = async ({ principal, params }, registry) => {
  await registry.webhooks.delete(principal, params.webhook_id)
  return { status: 204 }
}
