import type { App, AppReview, AppSummary } from '../contract/app.js'
import type { ReviewedMember } from '../contract/review.js'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = number

/** A live secret as it is kept; its hash stays in the store. */
export interface SecretRecord {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly created_at: Timestamp
  readonly expires_at: Timestamp | null
  readonly last_used_at: Timestamp | null
}

/** Scales at which an icon is kept, as in {@link IconImage}. */
export interface IconReference {
  readonly id: string
  readonly scales: readonly number[]
}

type ShapedAtTheEdge =
  | 'can'
  | 'logo_uri'
  | 'logo_srcset'
  | 'created_at'
  | 'updated_at'
  | 'last_used_at'
  | 'secrets'
  | 'review'
  | 'proposal'
  | keyof Deleted

/** Only an app that rests has these. */
interface Deleted {
  readonly deleted_at?: Timestamp
  readonly restorable_until?: Timestamp
}

/** What waits for approval, or was rejected. */
export interface ReviewRecord extends Readonly<Pick<AppReview, 'status' | 'submitted_by' | 'reason'>> {
  readonly submitted_at: Timestamp
  readonly decided_at: Timestamp | null
  /** Of an app that was approved: the members that would change, as they would be. */
  readonly proposal: ProposedMembers | null
}

/** Members of an app as somebody wants them to be. */
export type ProposedMembers = Readonly<
  Partial<Pick<App, Exclude<ReviewedMember, 'icon'> | 'grant_types'> & { readonly icon: IconReference | null }>
>

interface Kept {
  readonly icon: IconReference | null
  readonly created_at: Timestamp
  readonly updated_at: Timestamp
  readonly last_used_at: Timestamp | null
  readonly review?: ReviewRecord
}

/** An app as the registry hands it on: the contract's members, less what only an answer to somebody has. */
export type AppRecord = Readonly<Omit<App, ShapedAtTheEdge>> &
  Kept & {
    /** Counts up with every change that its owner can see; the ETag. */
    readonly version: number
    readonly secrets: readonly SecretRecord[]
  }

/** An app that is deleted and not yet purged. */
export type RestingApp = AppRecord & { readonly deleted_at: Timestamp }

/** An app as whoever allowed it something may know it: a deleted one, too, until it is purged. */
export type GrantedAppRecord = Pick<
  AppRecord,
  'client_id' | 'client_name' | 'client_uri' | 'policy_uri' | 'tos_uri' | 'icon' | 'organization_id' | 'created_by'
> &
  Pick<AppRecord, 'status'> &
  Pick<Deleted, 'deleted_at'>

export type AppSummaryRecord = Readonly<Omit<AppSummary, ShapedAtTheEdge>> & Kept & Deleted
