import type { Policy, VisibleApps } from './policy.js'
import { administeredOrganizations, administers, belongsTo } from './roles.js'

export interface OwnAppsOptions {
  /** Whether owners and admins of an organisation see and manage all of its apps. Default: no. */
  readonly adminsSeeAll?: boolean
}

/**
 * Everybody registers apps, and has their own; administrators have all of them. Where apps are reviewed, administrators do
 * so and, where they see all apps of their organisation, its owners and admins.
 */
export function ownApps({ adminsSeeAll = false }: OwnAppsOptions = {}): Policy {
  return {
    can(principal, action, app) {
      if (principal.administrator) return true
      if (action === 'create') return belongsTo(principal, app.organization_id)
      if (action === 'review') return adminsSeeAll && administers(principal, app.organization_id)
      return app.created_by.id === principal.id || (adminsSeeAll && administers(principal, app.organization_id))
    },
    visible(principal) {
      if (principal.administrator) return 'all'
      const own: VisibleApps = { created_by: principal.id }
      return adminsSeeAll ? [own, { organizations: administeredOrganizations(principal) }] : own
    },
  }
}
