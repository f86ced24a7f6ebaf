import * as z from 'zod/mini'
import { eventActions, eventFormats, eventPageSize } from './event-values.js'

export * from './event-values.js'

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
