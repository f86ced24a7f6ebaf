import * as z from 'zod/mini'

export const eventPageSize = { default: 50, max: 200 } as const

/** What the audit log knows to tell. Closed, as the elements have a sentence for each. */
export const eventActions = [
  'app.created',
  'app.updated',
  'app.enabled',
  'app.disabled',
  'app.deleted',
  'app.restored',
  'app.reassigned',
  'app.tokens_revoked',
  'secret.added',
  'secret.ended',
] as const
export type EventAction = (typeof eventActions)[number]

export const eventFormats = ['csv', 'json'] as const
export type EventFormat = (typeof eventFormats)[number]

export const EventListQuerySchema = z.strictObject({
  action: z.optional(z.enum(eventActions)),
  /** A principal's id. */
  actor_id: z.optional(z.string()),
  /** ISO 8601: from this moment on. */
  since: z.optional(z.string()),
  /** ISO 8601: before this moment. */
  until: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(eventPageSize.max))),
  /** The `next_cursor` of the page before. */
  cursor: z.optional(z.string()),
  /** All lines that fit as a file, instead of a page of them. */
  format: z.optional(z.enum(eventFormats)),
})

/** A member before and after; `null` where there was, or is, nothing. */
const MemberChangeSchema = z.strictObject({ before: z.unknown(), after: z.unknown() })

/** One line of the audit log: append-only, and no secret is ever in it. */
export const EventSchema = z.strictObject({
  id: z.string(),
  client_id: z.string(),
  action: z.enum(eventActions),
  actor: z.strictObject({ id: z.string(), name: z.string() }),
  at: z.string(),
  changes: z.record(z.string(), MemberChangeSchema),
})

/** Newest first. */
export const EventPageSchema = z.strictObject({
  items: z.array(EventSchema),
  next_cursor: z.nullable(z.string()),
})

export type EventListQuery = z.infer<typeof EventListQuerySchema>
export type AppEventLine = z.infer<typeof EventSchema>
export type EventPage = z.infer<typeof EventPageSchema>
