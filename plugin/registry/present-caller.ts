import type { Caller } from '../contract/config.js'
import type { Principal } from '../principal.js'
import { mayCreate, mayCreateIn, mayReview } from './choose-organization.js'
import { seesOthers } from './list-organizations.js'
import type { RegistryContext } from './registry-context.js'
import { hasOwnWebhooks, managesWebhooksOf } from './webhooks/webhook-places.js'

/** Who calls, with where they may create apps. */
export function presentCaller(
  context: Pick<RegistryContext, 'policy' | 'capabilities' | 'webhooks'>,
  principal: Principal,
): Caller {
  const { id, name, email = null, administrator = false, organizations } = principal
  return {
    id,
    name,
    email,
    administrator,
    organizations: organizations.map((organization) => ({
      id: organization.id,
      name: organization.name,
      role: organization.role,
      can_create: mayCreateIn(context, principal, organization.id),
      ...(context.webhooks && { can_manage_webhooks: managesWebhooksOf(context.policy, principal, organization.id) }),
    })),
    can_create: mayCreate(context, principal),
    sees_others: seesOthers(context, principal),
    ...(context.webhooks && { can_have_webhooks: hasOwnWebhooks(context.policy, principal) }),
    can_review: mayReview(context, principal),
  }
}
