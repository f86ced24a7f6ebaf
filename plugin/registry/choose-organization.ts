import type { FieldFault } from '../contract/faults.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import type { RegistryContext } from './registry-context.js'

export interface OrganizationChoice {
  readonly organizationId: string | null
  readonly faults: readonly FieldFault[]
}

const pointer = '/organization_id'

/** Whether the principal may create apps in the organisation or, with `null`, outside of any. */
export function mayCreateIn(
  { policy }: Pick<RegistryContext, 'policy'>,
  principal: Principal,
  organizationId: string | null,
): boolean {
  return policy.can(principal, 'create', { organization_id: organizationId, created_by: principal })
}

/** Whether there is anywhere that the principal may create apps. */
export function mayCreate(context: Pick<RegistryContext, 'policy'>, principal: Principal): boolean {
  return places(principal).some((place) => mayCreateIn(context, principal, place))
}

/** Whether there may be apps that the principal reviews: of anybody, in any place that they have to do with. */
export function mayReview(
  { policy, capabilities }: Pick<RegistryContext, 'policy' | 'capabilities'>,
  principal: Principal,
): boolean {
  const ofAnybody = { created_by: { id: '' } }
  const can = (place: string | null): boolean =>
    policy.can(principal, 'review', { ...ofAnybody, organization_id: place })
  return capabilities.review && places(principal).some(can)
}

/**
 * Where a new app goes: where its creator says or, if there is but one place, there. One that does not exist and one where
 * they may not create are the same fault, so that nobody learns which organisations there are.
 *
 * @throws ProblemError `forbidden` when they may create nowhere.
 */
export function chooseOrganization(
  context: Pick<RegistryContext, 'policy' | 'rules'>,
  principal: Principal,
  asked: string | null | undefined,
): OrganizationChoice {
  const open = places(principal).filter((place) => mayCreateIn(context, principal, place))
  if (open.length === 0) throw new ProblemError('forbidden', { detail: 'You may not create apps here.' })
  if (asked !== undefined) return judged(asked === '' ? null : asked, open)

  const organizations = open.filter((place) => place !== null)
  const [first = null, ...others] = organizations
  if (others.length === 0) return { organizationId: first, faults: [] }
  const choosable = context.rules.fields.organization_id.presence !== 'hidden'
  if (!choosable && open.includes(null)) return { organizationId: null, faults: [] }
  return { organizationId: null, faults: [{ pointer, code: 'required' }] }
}

/** Where an app is moved to: an organisation in which the principal could have created it. */
export function moveToOrganization(
  context: Pick<RegistryContext, 'policy'>,
  principal: Principal,
  asked: string | null | undefined,
  current: AppRecord,
): OrganizationChoice {
  const target = asked === undefined ? current.organization_id : asked === '' ? null : asked
  if (target === current.organization_id) return { organizationId: target, faults: [] }
  return judged(
    target,
    places(principal).filter((place) => mayCreateIn(context, principal, place)),
  )
}

function judged(asked: string | null, open: readonly (string | null)[]): OrganizationChoice {
  if (open.includes(asked)) return { organizationId: asked, faults: [] }
  return { organizationId: null, faults: [{ pointer, code: asked === null ? 'required' : 'organization_unknown' }] }
}

function places(principal: Principal): (string | null)[] {
  return [...principal.organizations.map(({ id }) => id), null]
}
