import type { AppOwnership, Policy } from '../policy/policy.js'
import type { Principal } from '../principal.js'

/**
 * Whether the principal may give the app to somebody else. One that is of no organisation has nobody it could be limited
 * to, so that giving it away would hand it to anybody, asked or not: that is for administrators.
 */
export function mayReassign(policy: Policy, principal: Principal, app: AppOwnership): boolean {
  if (app.organization_id === null && !principal.administrator) return false
  return policy.can(principal, 'reassign', app)
}
