import { eventActions } from './event-values.js'

/** What an endpoint can be told: what the audit log has of apps, and that a secret is about to end, which nobody does. */
export const webhookEvents = [...eventActions, 'secret.expiring'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** The type of what the test button sends; nobody chooses it. */
export const webhookTestEvent = 'webhook.test'

export const webhookStatuses = ['active', 'disabled'] as const
export type WebhookStatus = (typeof webhookStatuses)[number]

/** Why an endpoint was disabled by itself: it failed for days, or it answered 410 (Gone). */
export const webhookStatusReasons = ['failing', 'gone'] as const
export type WebhookStatusReason = (typeof webhookStatusReasons)[number]

/** `pending`: it failed, and is tried again by itself. */
export const deliveryStatuses = ['delivered', 'pending', 'failed'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/**
 * Why an attempt failed: `status` and `redirect` are the receiver's answer; `address` is one that this host does not send
 * to; `disabled` is the endpoint itself; `key` is the host's encryption key, which is not there any more.
 */
export const deliveryErrors = [
  'status',
  'redirect',
  'timeout',
  'dns',
  'connection',
  'tls',
  'address',
  'disabled',
  'key',
] as const
export type DeliveryError = (typeof deliveryErrors)[number]

export const webhookPageSize = { default: 50, max: 100 } as const
export const deliveryPageSize = { default: 20, max: 100 } as const

export const webhookLimits = {
  /** Endpoints of one organisation, or of one person. */
  endpoints: 20,
  /** Code points of what an endpoint is said to be for. */
  description: 200,
} as const

/** Seconds for which the secret before still signs when a new one is made. */
export const webhookOverlap = { default: 24 * 60 * 60, max: 7 * 24 * 60 * 60 } as const
