import type { Principal } from '../../principal.js'
import type { RegistryContext } from '../registry-context.js'
import { foundWebhook, requireWebhooks } from './require-webhooks.js'
import { managedWebhooks } from './webhook-places.js'

/**
 * Deletes an endpoint with its secrets and its log; what is on its way is not sent any more.
 *
 * @throws ProblemError `not_found`.
 */
export async function deleteWebhook(context: RegistryContext, principal: Principal, webhookId: string): Promise<void> {
  const { store } = requireWebhooks(context)
  const deleted = await store.delete(webhookId, managedWebhooks(context.policy, principal))
  foundWebhook(deleted || null)
  context.logger.info({ webhook_id: webhookId, actor_id: principal.id }, 'webhook.deleted')
}
