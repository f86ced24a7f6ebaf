import type { AppPermissions } from '../contract/app.js'
import type { AppAction, AppOwnership, Policy } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import { mayReassign } from './may-reassign.js'

/** Whose an app is, and whether it rests. */
type Ownership = AppOwnership & { readonly deleted_at?: number }

/**
 * What the principal may do with an app, so that no element shows a button that answers 403. An app that rests can only be
 * restored; that one may do so is told before, for whoever is about to delete it.
 */
export function appPermissions(policy: Policy, principal: Principal, app: Ownership): AppPermissions {
  const rests = app.deleted_at !== undefined
  const may = (action: AppAction): boolean => !rests && policy.can(principal, action, app)
  return {
    edit: may('edit'),
    enable: may('enable'),
    disable: may('disable'),
    delete: may('delete'),
    rotate_secret: may('rotate_secret'),
    restore: policy.can(principal, 'restore', app),
    revoke_tokens: may('revoke_tokens'),
    reassign: !rests && mayReassign(policy, principal, app),
  }
}
