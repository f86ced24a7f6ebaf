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
