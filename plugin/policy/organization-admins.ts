import type { Policy } from './policy.js'
import { administeredOrganizations, administers } from './roles.js'

/**
 * Owners and admins of an organisation register and manage its apps. Its members see those that they once created, and
 * change nothing; administrators do everything everywhere.
 */
export function organizationAdmins(): Policy {
  return {
    can: (principal, _action, app) => principal.administrator === true || administers(principal, app.organization_id),
    visible(principal) {
      if (principal.administrator) return 'all'
      return [
        { organizations: administeredOrganizations(principal) },
        { organizations: principal.organizations.map(({ id }) => id), created_by: principal.id },
      ]
    },
  }
}
