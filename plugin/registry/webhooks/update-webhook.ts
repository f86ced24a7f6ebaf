import type { FieldFault } from '../../contract/faults.js'
import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { RegistryContext } from '../registry-context.js'
import { judgeWebhook, webhookMembers } from './judge-webhook.js'
import { foundWebhook, requireWebhook, requireWebhooks } from './require-webhooks.js'
import { managedWebhooks } from './webhook-places.js'
import type { WebhookRecord } from './webhook-record.js'
import type { WebhookRegistry } from './webhook-registry.js'

/**
 * Changes the given members (RFC 7396). Enabling forgets that it failed; whose it is stays.
 *
 * @throws ProblemError `not_found` or `invalid_input`.
 */
export async function updateWebhook(
  context: RegistryContext,
  principal: Principal,
  webhookId: string,
  { members, faults }: Parameters<WebhookRegistry['update']>[2],
): Promise<WebhookRecord> {
  const webhooks = requireWebhooks(context)
  const current = await requireWebhook(context, principal, webhookId)
  const errors: FieldFault[] = [...faults, ...judgeWebhook(webhooks, context, members)]
  const { organization_id: organization = current.organization_id, status } = members
  if (organization !== current.organization_id) errors.push({ pointer: '/organization_id', code: 'locked_member' })
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })

  const changed = await webhooks.store.update(webhookId, managedWebhooks(context.policy, principal), (before) => ({
    ...before,
    ...webhookMembers(members),
    ...(status !== undefined && status !== before.status && { status, status_reason: null, failing_since: null }),
    updated_at: context.clock(),
  }))
  context.logger.info({ webhook_id: webhookId, actor_id: principal.id }, 'webhook.updated')
  return foundWebhook(changed)
}
