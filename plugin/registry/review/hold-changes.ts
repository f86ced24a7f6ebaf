import { defaultGrantTypes } from '../../contract/grant-types.js'
import { isApproved } from '../../contract/review-values.js'
import { onlyTakesAway, reviewedMembers, type ReviewedMember } from '../../contract/review.js'
import type { AppRecord, ProposedMembers, Timestamp } from '../app-record.js'
import type { RegistryContext } from '../registry-context.js'
import { needsNobody, waiting } from './first-status.js'
import { proposedApp, reviewedOf, withoutReview } from './proposed-app.js'

/**
 * What an edit makes of an app where apps are reviewed. One that nobody has approved becomes what it is to be. Of an approved
 * one the members that people judge it by stay as they are, and what they would become waits; an edit of what waits already
 * is put in its place. All other members change at once, and so does what only takes something away.
 *
 * @param edited - as its editor wants it: with what waits, and the edit.
 */
export function holdChanges(
  context: Pick<RegistryContext, 'capabilities' | 'rules'>,
  before: AppRecord,
  edited: AppRecord,
  { by, at }: { readonly by: AppRecord['created_by']; readonly at: Timestamp },
): AppRecord {
  if (!context.capabilities.review || before.status === 'draft' || before.status === 'rejected') return edited
  if (needsNobody(context, edited.scopes)) {
    return { ...withoutReview(edited), status: isApproved(before) ? edited.status : 'active' }
  }
  if (!isApproved(before)) return edited

  const held = reviewedMembers.filter((member) => isHeld(context, member, before, edited))
  const live: AppRecord = { ...withoutReview(edited), ...reviewedOf(before, held) }
  const usable = defaultGrantTypes(live, context.rules)
  const grant_types = edited.grant_types.filter((grant) => usable.includes(grant))
  const after: AppRecord = { ...live, grant_types }
  if (held.length === 0) return after
  const proposal = {
    ...reviewedOf(edited, held),
    // A grant that rests on an address that waits, waits with it.
    ...(grant_types.length < edited.grant_types.length && { grant_types: edited.grant_types }),
  }
  const { review } = before
  // The same again is no new submission.
  const waits = review?.proposal && isSameProposal(review.proposal, proposal)
  return { ...after, review: waits ? review : { ...waiting(by, at), proposal } }
}

function isSameProposal(one: ProposedMembers, other: ProposedMembers): boolean {
  const sorted = (members: ProposedMembers): string =>
    JSON.stringify(Object.entries(members).sort(([name], [next]) => (name < next ? -1 : 1)))
  return sorted(one) === sorted(other)
}

function isHeld(
  { rules }: Pick<RegistryContext, 'rules'>,
  member: ReviewedMember,
  before: AppRecord,
  edited: AppRecord,
): boolean {
  if (isSame(member, before, edited)) return false
  const touched = !isSame(member, proposedApp(before), edited)
  return !(touched && onlyTakesAway(member, before, edited, rules.scopes))
}

function isSame(member: ReviewedMember, one: AppRecord, other: AppRecord): boolean {
  return JSON.stringify(one[member]) === JSON.stringify(other[member])
}
