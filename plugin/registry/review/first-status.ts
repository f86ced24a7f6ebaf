import type { FieldFault } from '../../contract/faults.js'
import { isApproved } from '../../contract/review-values.js'
import { areSafe } from '../../contract/review.js'
import type { AppRecord, Timestamp } from '../app-record.js'
import type { RegistryContext } from '../registry-context.js'
import type { AppSubmission } from '../registry.js'

/** A submission without what it says of review: whether a new app is to stay a draft. */
export interface ReviewedSubmission {
  readonly submission: AppSubmission
  readonly draft: boolean
}

/**
 * Parts a submission from what it asks of those who review it. Where apps are reviewed, nobody makes one active by saying
 * so; where they are not, there are no drafts.
 */
export function readReview(
  { capabilities, rules }: Pick<RegistryContext, 'capabilities' | 'rules'>,
  submission: AppSubmission,
  current?: AppRecord,
): ReviewedSubmission {
  const { status, ...members } = submission.members
  const allowed = allowedStatuses(capabilities.review, current)
  const ofReview =
    status === 'draft' || status === 'pending' || (capabilities.review && !(current && isApproved(current)))
  if (status === undefined || !ofReview) return { submission, draft: false }
  const hidden = !capabilities.review && rules.fields.status.presence === 'hidden'
  const fault: FieldFault = hidden
    ? { pointer: '/status', code: 'hidden_member' }
    : { pointer: '/status', code: 'not_allowed', allowed }
  const faults = allowed.includes(status) ? submission.faults : [...submission.faults, fault]
  return { submission: { ...submission, members, faults }, draft: status === 'draft' }
}

function allowedStatuses(reviews: boolean, current: AppRecord | undefined): readonly string[] {
  if (!reviews || (current && isApproved(current))) return ['active', 'disabled']
  return current ? [current.status] : ['draft', 'pending']
}

/** What becomes of an app that is submitted now: it waits, unless nobody has to look at it. */
export function submitted(
  context: Pick<RegistryContext, 'capabilities' | 'rules'>,
  { scopes }: Pick<AppRecord, 'scopes'>,
  { by, at }: { readonly by: AppRecord['created_by']; readonly at: Timestamp },
): Pick<AppRecord, 'status' | 'review'> {
  if (needsNobody(context, scopes)) return { status: 'active' }
  return { status: 'pending', review: waiting(by, at) }
}

/** Whether what asks for these scopes is approved as soon as it is submitted. */
export function needsNobody(
  { capabilities, rules }: Pick<RegistryContext, 'capabilities' | 'rules'>,
  scopes: readonly string[],
): boolean {
  return !capabilities.review || (capabilities.auto_approve && areSafe(rules.scopes, scopes))
}

export function waiting({ id, name }: AppRecord['created_by'], at: Timestamp): NonNullable<AppRecord['review']> {
  return {
    status: 'pending',
    submitted_at: at,
    submitted_by: { id, name },
    decided_at: null,
    reason: null,
    proposal: null,
  }
}
