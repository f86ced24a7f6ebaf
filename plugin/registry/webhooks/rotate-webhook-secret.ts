import { webhookOverlap } from '../../contract/webhook-values.js'
import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { RegistryContext } from '../registry-context.js'
import { newSigningSecret } from './new-signing-secret.js'
import { foundWebhook, requireWebhook, requireWebhooks } from './require-webhooks.js'
import { managedWebhooks } from './webhook-places.js'
import type { WebhookChange, WebhookRegistry } from './webhook-registry.js'

/**
 * Makes a new signing secret. For a while those before sign too, so that a receiver changes without missing anything.
 *
 * @throws ProblemError `not_found` or `invalid_input`.
 */
export async function rotateWebhookSecret(
  context: RegistryContext,
  principal: Principal,
  webhookId: string,
  { members, faults }: Parameters<WebhookRegistry['rotateSecret']>[2],
): Promise<WebhookChange> {
  const { box, store } = requireWebhooks(context)
  await requireWebhook(context, principal, webhookId)
  if (faults.length > 0) throw new ProblemError('invalid_input', { errors: faults })
  const now = context.clock()
  const { record, value } = newSigningSecret(box, webhookId, now)
  const endsAt = now + (members.expire_others_in ?? webhookOverlap.default) * 1000
  const filter = managedWebhooks(context.policy, principal)
  const webhook = foundWebhook(await store.addSecret(webhookId, filter, record, endsAt))
  context.logger.info({ webhook_id: webhookId, actor_id: principal.id }, 'webhook.secret_rotated')
  return { webhook, signing_secret: value }
}
