import type { Policy } from '../../policy/policy.js'
import { administers } from '../../policy/roles.js'
import type { Principal } from '../../principal.js'
import { visibilityFilter } from '../visibility-filter.js'
import type { WebhookFilter } from './webhook-store.js'

/**
 * An endpoint tells of every app of an organisation, so it is for its owners and admins, and for them only where the policy
 * shows them all of its apps: nobody learns by a webhook what they could not look at.
 */
export function managesWebhooksOf(policy: Policy, principal: Principal, organizationId: string): boolean {
  if (!principal.administrator && !administers(principal, organizationId)) return false
  const visible = visibilityFilter(policy, principal)
  if (visible === 'all') return true
  return visible.some(
    ({ organizations, created_by }) => created_by === undefined && organizations?.includes(organizationId),
  )
}

/** Who sees what they created wherever it is has an endpoint of their own for that. */
export function hasOwnWebhooks(policy: Policy, principal: Principal): boolean {
  const visible = visibilityFilter(policy, principal)
  if (visible === 'all') return true
  return visible.some(({ organizations, created_by }) => created_by === principal.id && organizations === undefined)
}

/** The endpoints that a principal manages, and so sees. */
export function managedWebhooks(policy: Policy, principal: Principal): WebhookFilter {
  if (principal.administrator && visibilityFilter(policy, principal) === 'all') return 'all'
  const organizations = principal.organizations.map(({ id }) => id)
  return {
    organizations: organizations.filter((id) => managesWebhooksOf(policy, principal, id)),
    owner: hasOwnWebhooks(policy, principal) ? principal.id : null,
  }
}
