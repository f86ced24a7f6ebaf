import { readInput } from '../../contract/read-input.js'
import { WebhookInputSchema, WebhookSchema } from '../../contract/webhooks.js'
import type { Handler } from '../handler.js'
import { presentWebhook } from '../present-webhook.js'

export const updateWebhook: Handler<'updateWebhook'> = async ({ principal, params, body }, registry) => {
  const submission = readInput(WebhookInputSchema, body.value, { answer: WebhookSchema })
  const webhook = await registry.webhooks.update(principal, params.webhook_id, submission)
  return { status: 200, body: presentWebhook(webhook) }
}
