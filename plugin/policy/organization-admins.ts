import type { Policy } from './policy.js'
import { administeredOrganizations, administers } from './roles.js'

/**
 * Owners and admins of an organisation register and manage its apps. Its members see those that they once created, and
 * change nothing; administrators do everything everywhere, and review what others register.
 */
export function organizationAdmins(): Policy {
  return {
    can: (principal, action, app) =>
      principal.administrator === true || (action !== 'review' && administers(principal, app.organization_id)),
    visible(principal) {
      if (principal.administrator) return 'all'
      return [
        { organizations: administeredOrganizations(principal) },
        { organizations: principal.organizations.map(({ id }) => id), created_by: principal.id },
      ]
    },
  }
}
