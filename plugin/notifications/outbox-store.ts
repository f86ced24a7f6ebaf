import type { Timestamp } from '../registry/app-record.js'
import type { Delivery } from './channel.js'

export interface ClaimQuery {
  readonly channel: string
  /** Deliveries that are due by now. */
  readonly now: Timestamp
  /** When others may claim them: a process that is killed keeps them no longer. */
  readonly leaseUntil: Timestamp
  readonly limit: number
}

/** A delivery that is this process's until its lease ends. */
export interface ClaimedDelivery extends Delivery {
  readonly channel: string
  /** Tells this claim from a later one. */
  readonly claim: string
}

/** How an attempt leaves a delivery: settled for good, or due again. */
export type DeliveryEnding =
  | {
      readonly outcome: 'delivered' | 'skipped' | 'parked' | 'split'
      readonly reason: string | null
      readonly at: Timestamp
    }
  | { readonly dueAt: Timestamp; readonly reason: string }

/** A delivery that was given up, and why. */
export interface ParkedDelivery {
  readonly id: string
  readonly channel: string
  readonly target: string
  readonly event: string
  readonly client_id: string
  readonly attempts: number
  readonly parked_at: Timestamp
  readonly reason: string
}

/** What is told to whom, as it is kept. Operations throw ProblemError `unavailable` while there is no database. */
export interface OutboxStore {
  /** Those that have been due for longest. Each is answered to one caller, until its lease ends. */
  claim(query: ClaimQuery): Promise<readonly ClaimedDelivery[]>
  /** Says how an attempt ended, unless somebody else has claimed the delivery since. */
  settle(delivery: ClaimedDelivery, ending: DeliveryEnding): Promise<void>
  /** Makes a delivery to each of the targets in the place of this one: all of them or none. */
  split(delivery: ClaimedDelivery, targets: readonly string[], at: Timestamp): Promise<void>
  /** The latest first. */
  findParked(limit: number): Promise<readonly ParkedDelivery[]>
  /** Begins a delivery that is settled anew. Answers whether there is one. */
  retry(deliveryId: string, at: Timestamp): Promise<boolean>
  /** Forgets lines of this moment or before, but for those that are still on their way. Answers how many. */
  purge(until: Timestamp, limit: number): Promise<number>
}
