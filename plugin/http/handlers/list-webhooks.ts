import { WebhookListQuerySchema } from '../../contract/webhooks.js'
import type { Handler } from '../handler.js'
import { presentWebhook } from '../present-webhook.js'
import { readParameters } from '../read-parameters.js'

export const listWebhooks: Handler<'listWebhooks'> = async ({ principal, query }, registry) => {
  const page = await registry.webhooks.list(principal, readParameters(WebhookListQuerySchema, query))
  return { status: 200, body: { items: page.items.map(presentWebhook), next_cursor: page.next_cursor } }
}
