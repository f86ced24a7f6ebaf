import type { Principal } from '../principal.js'

/** Whether the principal is owner or admin of the organisation; nobody is of none. */
export function administers(principal: Principal, organizationId: string | null): boolean {
  return administeredOrganizations(principal).includes(organizationId ?? '')
}

export function administeredOrganizations(principal: Principal): string[] {
  return principal.organizations.filter(({ role }) => role === 'owner' || role === 'admin').map(({ id }) => id)
}

export function belongsTo(principal: Principal, organizationId: string | null): boolean {
  return organizationId === null || principal.organizations.some(({ id }) => id === organizationId)
}
