import { ProblemError } from '../problem-error.js'
import type { AppTransaction, QuotaSubject } from './app-store.js'
import type { RegistryContext } from './registry-context.js'

/** Who is about to have one more app. Who is not named gets none. */
export interface QuotaClaim {
  readonly user?: string
  readonly organization?: string | null
}

/**
 * Makes sure that there is room for one more app, and that nobody else takes it before the transaction ends. To be called
 * before the transaction reads anything, and when it holds the app that is changed: MySQL shows everything as it was at the
 * first reading, which is here.
 *
 * @throws ProblemError `quota_user` or `quota_organization`.
 */
export async function claimQuota(
  { quotas }: Pick<RegistryContext, 'quotas'>,
  transaction: AppTransaction,
  { user, organization = null }: QuotaClaim,
): Promise<void> {
  const { apps_per_user: perUser, apps_per_organization: perOrganization } = quotas
  // Always in this order, so that no two wait for each other.
  const claims: Claim[] = []
  if (user !== undefined && perUser !== null) claims.push({ subject: 'user', id: user, most: perUser })
  if (organization !== null && perOrganization !== null) {
    claims.push({ subject: 'organization', id: organization, most: perOrganization })
  }
  for (const { subject, id } of claims) await transaction.lockQuota(subject, id)
  for (const { subject, id, most } of claims) {
    if ((await transaction.countApps(subject, id, most)) < most) continue
    throw new ProblemError(`quota_${subject}`, { detail: refusal(subject, most) })
  }
}

interface Claim {
  readonly subject: QuotaSubject
  readonly id: string
  readonly most: number
}

const subjects: Readonly<Record<QuotaSubject, string>> = { user: 'A user', organization: 'An organisation' }

function refusal(subject: QuotaSubject, max: number): string {
  const apps = max === 1 ? '1 app' : `${max} apps`
  return (
    `${subjects[subject]} may have ${apps}, and this one does: delete one that is not needed any more, ` +
    'or ask the people who run this service for more.'
  )
}
