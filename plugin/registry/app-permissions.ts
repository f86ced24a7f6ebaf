import type { AppPermissions } from '../contract/app.js'
import type { AppOwnership, Policy } from '../policy/policy.js'
import type { Principal } from '../principal.js'

/** What the principal may do with an app, so that no element shows a button that answers 403. */
export function appPermissions(policy: Policy, principal: Principal, app: AppOwnership): AppPermissions {
  return {
    edit: policy.can(principal, 'edit', app),
    enable: policy.can(principal, 'enable', app),
    disable: policy.can(principal, 'disable', app),
    delete: policy.can(principal, 'delete', app),
    rotate_secret: policy.can(principal, 'rotate_secret', app),
    restore: policy.can(principal, 'restore', app),
    revoke_tokens: policy.can(principal, 'revoke_tokens', app),
    reassign: policy.can(principal, 'reassign', app),
  }
}
