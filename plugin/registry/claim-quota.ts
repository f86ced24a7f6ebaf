import { ProblemError } from '../problem-error.js'
import type { AppTransaction } from './app-store.js'
import type { RegistryContext } from './registry-context.js'

/** Who is about to have one more app. Who is not named gets none. */
export interface QuotaClaim {
  readonly user?: string
  readonly organization?: string | null
}

/**
 * Makes sure that there is room for one more app, and that nobody else takes it before the transaction ends. To be called
 * before the transaction reads anything: MySQL shows everything as it was at the first reading.
 *
 * @throws ProblemError `quota_user` or `quota_organization`.
 */
export async function claimQuota(
  { quotas }: Pick<RegistryContext, 'quotas'>,
  transaction: AppTransaction,
  { user, organization = null }: QuotaClaim,
): Promise<void> {
  // Always in this order, so that no two wait for each other.
  const { apps_per_user: perUser, apps_per_organization: perOrganization } = quotas
  if (perUser !== null && user !== undefined && (await transaction.lockAppCount('user', user, perUser)) >= perUser) {
    throw new ProblemError('quota_user', { detail: refusal('A user', perUser) })
  }
  if (perOrganization === null || organization === null) return
  if ((await transaction.lockAppCount('organization', organization, perOrganization)) >= perOrganization) {
    throw new ProblemError('quota_organization', { detail: refusal('An organisation', perOrganization) })
  }
}

function refusal(subject: string, max: number): string {
  const apps = max === 1 ? '1 app' : `${max} apps`
  return (
    `${subject} may have ${apps}, and this one does: delete one that is not needed any more, ` +
    'or ask the people who run this service for more.'
  )
}
