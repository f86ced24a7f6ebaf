import { readInput } from '../../contract/read-input.js'
import { WebhookRotationSchema } from '../../contract/webhooks.js'
import type { Handler } from '../handler.js'
import { presentWebhookChange } from '../present-webhook.js'

export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async ({ principal, params, body }, registry) => {
  const submission = readInput(WebhookRotationSchema, body.value)
  const change = await registry.webhooks.rotateSecret(principal, params.webhook_id, submission)
  return { status: 201, body: presentWebhookChange(change) }
}
