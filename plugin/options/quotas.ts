import type { Quotas } from '../contract/config.js'
import type { OAuthAppsOptions } from '../options.js'
import { isInteger, membersOf, optional } from './option-value.js'

const appCount = isInteger(1, 1_000_000)

export const checkQuotas = membersOf({ appsPerUser: optional(appCount), appsPerOrganization: optional(appCount) })

/** How many apps there may be, by options that have been checked. */
export function quotas({ quotas: given = {} }: Pick<OAuthAppsOptions, 'quotas'>): Quotas {
  return { apps_per_user: given.appsPerUser ?? null, apps_per_organization: given.appsPerOrganization ?? null }
}
