import { readInput } from '../../contract/read-input.js'
import { WebhookInputSchema, WebhookSchema } from '../../contract/webhooks.js'
import type { Handler } from '../handler.js'
import { presentWebhookChange } from '../present-webhook.js'

export const createWebhook: Handler<'createWebhook'> = async ({ principal, body, mount }, registry) => {
  const submission = readInput(WebhookInputSchema, body.value, { answer: WebhookSchema })
  const change = await registry.webhooks.create(principal, submission)
  const headers = { Location: `${mount}/webhooks/${change.webhook.id}` }
  return { status: 201, headers, body: presentWebhookChange(change) }
}
