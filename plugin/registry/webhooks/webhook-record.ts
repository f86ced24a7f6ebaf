import type {
  DeliveryError,
  DeliveryStatus,
  WebhookEvent,
  WebhookStatus,
  WebhookStatusReason,
  webhookTestEvent,
} from '../../contract/webhook-values.js'
import type { Timestamp } from '../app-record.js'

/** A signing secret as it may be known: its value is kept sealed, and apart. */
export interface WebhookSecretRecord {
  readonly id: string
  readonly created_at: Timestamp
  /** `null` for the newest, which signs until there is another. */
  readonly expires_at: Timestamp | null
}

/** An endpoint as it is kept. */
export interface WebhookRecord {
  readonly id: string
  /** `null` where it is of the person who created it, about their own apps. */
  readonly organization_id: string | null
  readonly created_by: { readonly id: string; readonly name: string }
  readonly url: string
  readonly description: string
  readonly events: readonly WebhookEvent[]
  readonly status: WebhookStatus
  readonly status_reason: WebhookStatusReason | null
  readonly failing_since: Timestamp | null
  readonly created_at: Timestamp
  readonly updated_at: Timestamp
  /** Those that sign, the newest first. */
  readonly secrets: readonly WebhookSecretRecord[]
}

/** A secret that only a key of the host opens. */
export interface SealedSecret {
  readonly id: string
  readonly key_id: string
  readonly sealed: string
}

/** One event on its way to an endpoint. */
export interface WebhookMessage {
  /** The `webhook-id`. */
  readonly id: string
  readonly event: WebhookEvent | typeof webhookTestEvent
  readonly client_id: string | null
  /** The JSON that is sent, the same at every attempt. No secret is in it. */
  readonly body: string
}

/** How an attempt ended: delivered where there is no error. */
export interface AttemptOutcome {
  readonly response_status: number | null
  readonly error: DeliveryError | null
  /** Milliseconds. */
  readonly duration: number
  /** Seconds for which the receiver asks to be left alone. */
  readonly retryAfter?: number | undefined
}

/** What became of a message. */
export interface DeliveryRecord extends WebhookMessage {
  readonly status: DeliveryStatus
  readonly attempts: number
  readonly response_status: number | null
  readonly error: DeliveryError | null
  readonly duration: number
  readonly created_at: Timestamp
  readonly attempted_at: Timestamp
}
