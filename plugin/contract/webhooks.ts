import * as z from 'zod/mini'
import {
  deliveryErrors,
  deliveryPageSize,
  deliveryStatuses,
  webhookEvents,
  webhookOverlap,
  webhookPageSize,
  webhookStatuses,
  webhookStatusReasons,
  webhookTestEvent,
} from './webhook-values.js'

export * from './webhook-url.js'
export * from './webhook-values.js'

/** A signing secret as it may be shown: never its value. */
const WebhookSecretSchema = z.strictObject({
  id: z.string(),
  created_at: z.string(),
  /** Until when it signs beside a newer one; `null` for the newest. */
  expires_at: z.nullable(z.string()),
})

/** Where an organisation, or a person, is told what happens to apps. */
export const WebhookSchema = z.strictObject({
  id: z.string(),
  /** `null` where it is of a person, about their own apps. */
  organization_id: z.nullable(z.string()),
  url: z.string(),
  description: z.string(),
  events: z.array(z.enum(webhookEvents)),
  status: z.enum(webhookStatuses),
  /** Why it was disabled where nobody did it. */
  status_reason: z.nullable(z.enum(webhookStatusReasons)),
  /** Since when every attempt has failed. */
  failing_since: z.nullable(z.string()),
  created_by: z.strictObject({ id: z.string(), name: z.string() }),
  created_at: z.string(),
  updated_at: z.string(),
  /** Those that sign, the newest first. */
  secrets: z.array(WebhookSecretSchema),
})

/** With the value of its new secret, `whsec_…`: in this answer only. */
export const WebhookWithSecretSchema = z.extend(WebhookSchema, { signing_secret: z.string() })

export const WebhookInputSchema = z.strictObject({
  url: z.optional(z.string()),
  events: z.optional(z.array(z.enum(webhookEvents)).check(z.minLength(1))),
  description: z.optional(z.string()),
  /** Set when it is created; empty or `null` for one's own apps. */
  organization_id: z.optional(z.nullable(z.string())),
  /** Not for a new one, which is active. */
  status: z.optional(z.enum(webhookStatuses)),
})

export const WebhookListQuerySchema = z.strictObject({
  organization_id: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(webhookPageSize.max))),
  /** The `next_cursor` of the page before. */
  cursor: z.optional(z.string()),
})

/** Newest first. */
export const WebhookPageSchema = z.strictObject({
  items: z.array(WebhookSchema),
  next_cursor: z.nullable(z.string()),
})

export const WebhookRotationSchema = z.strictObject({
  /** Seconds for which the secret before still signs; a day unless said otherwise. */
  expire_others_in: z.optional(z.number().check(z.int(), z.gte(0), z.lte(webhookOverlap.max))),
})

/** What became of one event on its way to an endpoint. */
export const WebhookDeliverySchema = z.strictObject({
  /** As the receiver sees it in `webhook-id`, the same at every attempt. */
  id: z.string(),
  event: z.enum([...webhookEvents, webhookTestEvent]),
  client_id: z.nullable(z.string()),
  status: z.enum(deliveryStatuses),
  attempts: z.int(),
  /** Of the last attempt; `null` where no answer came. */
  response_status: z.nullable(z.int()),
  error: z.nullable(z.enum(deliveryErrors)),
  /** Milliseconds that the last attempt took. */
  duration: z.int(),
  created_at: z.string(),
  attempted_at: z.string(),
})

export const WebhookDeliveryListQuerySchema = z.strictObject({
  status: z.optional(z.enum(deliveryStatuses)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(deliveryPageSize.max))),
  /** The `next_cursor` of the page before. */
  cursor: z.optional(z.string()),
})

/** Newest first. */
export const WebhookDeliveryPageSchema = z.strictObject({
  items: z.array(WebhookDeliverySchema),
  next_cursor: z.nullable(z.string()),
})

export type Webhook = z.infer<typeof WebhookSchema>
export type WebhookWithSecret = z.infer<typeof WebhookWithSecretSchema>
export type WebhookInput = z.infer<typeof WebhookInputSchema>
export type WebhookListQuery = z.infer<typeof WebhookListQuerySchema>
export type WebhookPage = z.infer<typeof WebhookPageSchema>
export type WebhookRotation = z.infer<typeof WebhookRotationSchema>
export type WebhookDelivery = z.infer<typeof WebhookDeliverySchema>
export type WebhookDeliveryListQuery = z.infer<typeof WebhookDeliveryListQuerySchema>
export type WebhookDeliveryPage = z.infer<typeof WebhookDeliveryPageSchema>
