import { webhookPageSize } from '../../contract/webhook-values.js'
import type { Principal } from '../../principal.js'
import type { RegistryContext } from '../registry-context.js'
import { pageOf, readNewestFirst } from './newest-first.js'
import { requireManager, requireWebhooks } from './require-webhooks.js'
import type { WebhookRecordPage, WebhookRegistry } from './webhook-registry.js'

/**
 * One page of the endpoints that the principal manages, newest first.
 *
 * @throws ProblemError `forbidden` or `invalid_input`.
 */
export async function listWebhooks(
  context: RegistryContext,
  principal: Principal,
  query: Parameters<WebhookRegistry['list']>[1],
): Promise<WebhookRecordPage> {
  const { store } = requireWebhooks(context)
  const filter = requireManager(context, principal)
  const { after, limit } = readNewestFirst(query, webhookPageSize.default)
  const found = await store.page({ filter, organizationId: query.members.organization_id, after, limit: limit + 1 })
  return pageOf(found, limit)
}
