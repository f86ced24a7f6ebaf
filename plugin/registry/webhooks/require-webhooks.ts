import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { RegistryContext } from '../registry-context.js'
import type { WebhookContext } from './webhook-context.js'
import { managedWebhooks } from './webhook-places.js'
import type { WebhookRecord } from './webhook-record.js'
import type { WebhookFilter } from './webhook-store.js'

/** @throws ProblemError `not_found` where the host is not set up for webhooks. */
export function requireWebhooks({ webhooks }: Pick<RegistryContext, 'webhooks'>): WebhookContext {
  if (webhooks) return webhooks
  throw new ProblemError('not_found', { detail: 'This host has no webhooks.' })
}

/**
 * The endpoints that the principal manages.
 *
 * @throws ProblemError `forbidden` where they could not manage any.
 */
export function requireManager({ policy }: Pick<RegistryContext, 'policy'>, principal: Principal): WebhookFilter {
  const filter = managedWebhooks(policy, principal)
  if (filter !== 'all' && filter.organizations.length === 0 && filter.owner === null) {
    throw new ProblemError('forbidden', { detail: 'Webhooks are for owners and admins of an organisation.' })
  }
  return filter
}

/** @throws ProblemError `not_found` for what is not there, or not the principal's to manage. */
export function foundWebhook<Found>(found: Found | null): Found {
  if (found !== null) return found
  throw new ProblemError('not_found', { detail: 'There is no endpoint with this id that you can see.' })
}

/** @throws ProblemError `not_found`. */
export async function requireWebhook(
  context: Pick<RegistryContext, 'policy' | 'webhooks'>,
  principal: Principal,
  webhookId: string,
): Promise<WebhookRecord> {
  const { store } = requireWebhooks(context)
  return foundWebhook(await store.find(webhookId, managedWebhooks(context.policy, principal)))
}
