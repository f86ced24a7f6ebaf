import { reviewStatuses } from '../contract/review-values.js'
import type { ReviewRecord } from '../registry/app-record.js'
import type { DatabaseInteger } from './database-rows.js'
import { readProposal } from './read-proposal.js'
import { valueAmong } from './value-among.js'

export interface ReviewRow {
  client_id: string
  status: string
  submitted_at: DatabaseInteger
  submitted_by_id: string
  submitted_by_name: string
  decided_at: DatabaseInteger | null
  reason: string | null
  changes: string | null
  icon_id: string | null
}

/** A review as it is read together with its app: all of it is `NULL` where there is none. */
export interface JoinedReview {
  review_status?: string | null
  review_submitted_at?: DatabaseInteger | null
  review_submitted_by_id?: string | null
  review_submitted_by_name?: string | null
  review_decided_at?: DatabaseInteger | null
  review_reason?: string | null
  review_changes?: string | null
}

const joined = [
  'status',
  'submitted_at',
  'submitted_by_id',
  'submitted_by_name',
  'decided_at',
  'reason',
  'changes',
] as const satisfies readonly (keyof ReviewRow)[]

/** What to select of the table `review`, by the names of {@link JoinedReview}. */
export const reviewColumns = joined.map((column) => `review.${column} as review_${column}`)

export function toReview(row: JoinedReview): ReviewRecord | undefined {
  const { review_status: status, review_changes: changes, review_decided_at: decided } = row
  if (status === null || status === undefined) return undefined
  return {
    status: valueAmong(reviewStatuses, status),
    submitted_at: Number(row.review_submitted_at),
    submitted_by: { id: row.review_submitted_by_id ?? '', name: row.review_submitted_by_name ?? '' },
    decided_at: decided === null || decided === undefined ? null : Number(decided),
    reason: row.review_reason ?? null,
    proposal: changes === null || changes === undefined ? null : readProposal(changes),
  }
}

export function toReviewRow(client_id: string, review: ReviewRecord): ReviewRow {
  const { status, submitted_at, submitted_by, decided_at, reason, proposal } = review
  return {
    client_id,
    status,
    submitted_at,
    submitted_by_id: submitted_by.id,
    submitted_by_name: submitted_by.name,
    decided_at,
    reason,
    changes: proposal && JSON.stringify(proposal),
    icon_id: proposal?.icon?.id ?? null,
  }
}
