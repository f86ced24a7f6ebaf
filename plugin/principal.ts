import type { OrganizationRole } from './contract/config.js'

/** An organisation that a principal belongs to, and as what. */
export interface Membership {
  readonly id: string
  readonly name: string
  readonly role: OrganizationRole
}

/** Who calls, as the host's own sign-in knows them. */
export interface Principal {
  /** Stable and unique; kept with the apps that they create. */
  readonly id: string
  readonly name: string
  readonly email?: string
  /** Language tag (BCP 47) for what is written to them. */
  readonly locale?: string
  readonly organizations: readonly Membership[]
  /** Oversees all organisations. */
  readonly administrator?: boolean
}

/** What {@link isPrincipal} asks for, for whoever reads the log. */
export const principalShape = '{ id, name, organizations: [{ id, name, role }] } with a string in each'

/**
 * Whether a function of the host, which may be plain JavaScript, gave what it has to give. An id that is a number would be
 * compared as one: MySQL finds every text that begins with a letter equal to 0.
 */
export function isPrincipal(value: unknown): value is Principal {
  return (
    isNamed(value) &&
    'organizations' in value &&
    Array.isArray(value.organizations) &&
    value.organizations.every(isMembership) &&
    (!('administrator' in value) || ['boolean', 'undefined'].includes(typeof value.administrator))
  )
}

function isMembership(value: unknown): boolean {
  return isNamed(value) && 'role' in value && typeof value.role === 'string'
}

/** Whether it has an id that says something, and a name. */
export function isNamed(value: unknown): value is { readonly id: string; readonly name: string } {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false
  return typeof value.id === 'string' && value.id !== '' && typeof value.name === 'string'
}
