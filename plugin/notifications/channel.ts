import type { Timestamp } from '../registry/app-record.js'
import type { NotificationLine } from './notification-line.js'

/** A line on its way to one channel: by mail, to an endpoint. */
export interface Delivery {
  /**
   * The same at every attempt, and no other delivery has it: receivers drop a repeat by it (`Message-ID`, `webhook-id`).
   * Of letters, digits, `.`, `_` and `-`.
   */
  readonly id: string
  readonly line: NotificationLine
  /** One of those that the channel split the line into; empty for a line as it was written. */
  readonly target: string
  /** 1 for the first time. */
  readonly attempt: number
  /** When it was first attempted: a day after that it is given up. */
  readonly triedAt: Timestamp
}

/**
 * What became of an attempt. A rejection is `failed`, with the message of its error as the reason: reasons are kept and
 * logged, so that no secret may be in one.
 */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** There is nobody to be told; that is as good. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Another attempt may succeed. `retryAfter`: seconds that the receiver asks to be left alone. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfter?: number | undefined }
  /** No attempt will succeed. */
  | { readonly kind: 'parked'; readonly reason: string }
  /** It goes to several, each of which is delivered to by itself: names of letters, digits, `_` and `-`. */
  | { readonly kind: 'split'; readonly targets: readonly string[] }

/** One way of telling what happened. Each has its own deliveries of a line, its own attempts and its own failures. */
export interface Channel {
  /** Names its deliveries in the database: letters and digits, up to 32. */
  readonly name: string
  /** Whether there may be somebody to tell of it; asked before the line is written. */
  wants(line: NotificationLine): boolean
  /**
   * Tells it once; may be called several times with one delivery, at the same time too where a process was taken for
   * dead. Given up after half a minute, of which the signal tells.
   */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryOutcome>
  /** Lets go of connections. */
  close?(): void
}
