import type { AppPermissions } from '../contract/app.js'
import type { AppOwnership } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import { mayReassign } from './may-reassign.js'
import type { RegistryContext } from './registry-context.js'

/** Whose an app is, and whether it rests. */
type Ownership = AppOwnership & { readonly deleted_at?: number }

/**
 * What the principal may do with an app, so that no element shows a button that answers 403. An app that rests can only be
 * restored; that one may do so is told before, for whoever is about to delete it.
 */
export function appPermissions(
  { policy, capabilities }: Pick<RegistryContext, 'policy' | 'capabilities'>,
  principal: Principal,
  app: Ownership,
): AppPermissions {
  const alive = app.deleted_at === undefined
  // A host's own policy is not asked about what it need not know of.
  const reviewed = alive && capabilities.review
  const reviews = reviewed && policy.can(principal, 'review', app)
  return {
    edit: alive && policy.can(principal, 'edit', app),
    enable: alive && policy.can(principal, 'enable', app),
    disable: alive && policy.can(principal, 'disable', app),
    delete: alive && policy.can(principal, 'delete', app),
    rotate_secret: alive && policy.can(principal, 'rotate_secret', app),
    restore: policy.can(principal, 'restore', app),
    revoke_tokens: alive && policy.can(principal, 'revoke_tokens', app),
    issue_token: alive && policy.can(principal, 'issue_token', app),
    reassign: alive && mayReassign(policy, principal, app),
    submit: reviewed && policy.can(principal, 'edit', app),
    approve: reviews,
    reject: reviews,
  }
}
