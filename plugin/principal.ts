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

/** Whether a function of the host, which may be plain JavaScript, gave what it has to give. */
export function isPrincipal(value: unknown): value is Principal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    value.id !== '' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'organizations' in value &&
    Array.isArray(value.organizations)
  )
}
