import type { DeliveryStatus, WebhookEvent } from '../../contract/webhook-values.js'
import type { Timestamp } from '../app-record.js'
import type { DeliveryRecord, SealedSecret, WebhookRecord, WebhookSecretRecord } from './webhook-record.js'

/** Whose endpoints count: all, or those of these organisations and the own ones of this person. */
export type WebhookFilter = 'all' | { readonly organizations: readonly string[]; readonly owner: string | null }

/** Where in its order, newest first, something stands: the next page begins after it. */
export interface NewestFirst {
  readonly at: Timestamp
  readonly id: string
}

export interface WebhookPageQuery {
  readonly filter: WebhookFilter
  readonly organizationId?: string | undefined
  readonly after?: NewestFirst | undefined
  readonly limit: number
}

export interface DeliveryPageQuery {
  readonly webhookId: string
  readonly status?: DeliveryStatus | undefined
  readonly after?: NewestFirst | undefined
  readonly limit: number
}

/** An event that endpoints may want to be told of, and whose app it is about. */
export interface WebhookOccasion {
  readonly event: WebhookEvent
  readonly organizationId: string | null
  readonly createdBy: string
}

/** An attempt to be kept, and what the endpoint becomes by it. */
export interface AttemptRecord {
  readonly webhookId: string
  readonly delivery: DeliveryRecord
  readonly change: (before: WebhookRecord) => WebhookRecord
}

/** What webhooks need of a database. Operations throw ProblemError `unavailable` while there is none. */
export interface WebhookStore {
  find(webhookId: string, filter: WebhookFilter): Promise<WebhookRecord | null>
  page(query: WebhookPageQuery): Promise<readonly WebhookRecord[]>
  /** The ids of active endpoints that chose the event. */
  subscribers(occasion: WebhookOccasion): Promise<readonly string[]>
  /** Those that sign at this moment, the newest first. */
  secretsOf(webhookId: string, now: Timestamp): Promise<readonly SealedSecret[]>
  /** Adds an endpoint with its secret, unless there are `most` of the same owner. Answers whether it did. */
  insert(webhook: WebhookRecord, secret: SealedSecret, most: number): Promise<boolean>
  /** Changes all but the secrets, under a lock. Answers it as it is now, or `null` where there is none. */
  update(
    webhookId: string,
    filter: WebhookFilter,
    change: (before: WebhookRecord) => WebhookRecord,
  ): Promise<WebhookRecord | null>
  delete(webhookId: string, filter: WebhookFilter): Promise<boolean>
  /** Adds a secret, and ends all others at `endsAt` at the latest. */
  addSecret(
    webhookId: string,
    filter: WebhookFilter,
    secret: SealedSecret & WebhookSecretRecord,
    endsAt: Timestamp,
  ): Promise<WebhookRecord | null>
  findDelivery(webhookId: string, deliveryId: string): Promise<DeliveryRecord | null>
  pageOfDeliveries(query: DeliveryPageQuery): Promise<readonly DeliveryRecord[]>
  /**
   * Keeps an attempt: the first one of a delivery makes its line, a later one counts up. Answers the endpoint before and
   * after it, or `null` where it is gone.
   */
  keepAttempt(attempt: AttemptRecord): Promise<{
    readonly before: WebhookRecord
    readonly after: WebhookRecord
    readonly delivery: DeliveryRecord
  } | null>
  /** Forgets deliveries of this moment or before, and secrets that had ended, up to `limit` of each. Answers how many. */
  purge(until: Timestamp, limit: number): Promise<number>
}
