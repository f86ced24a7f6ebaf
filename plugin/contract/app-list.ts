import * as z from 'zod/mini'
import { AppSummarySchema } from './app.js'
import { appSorts, appStatuses, daysMax, pageSize } from './app-values.js'

export { pageSize }

const days = z.coerce.number().check(z.int(), z.gte(1), z.lte(daysMax))

/** The query of the list, as its strings arrive. */
export const AppListQuerySchema = z.strictObject({
  organization_id: z.optional(z.string()),
  /** `deleted` shows the apps that can still be restored; every other value shows those that are there. */
  status: z.optional(z.enum([...appStatuses, 'deleted'])),
  /** The beginning of any word of the name, or of the client ID. Several words must all be there. */
  q: z.optional(z.string()),
  /** What waits for approval: new apps, and approved ones with a change that waits. */
  review: z.optional(z.enum(['pending'])),
  /** A principal's id, or `me`. */
  created_by: z.optional(z.string()),
  /** Apps that were not used for so many days, or never and are that old. */
  unused_for_days: z.optional(days),
  /** Apps of which a live secret ends within so many days. */
  secret_expires_within_days: z.optional(days),
  sort: z.optional(z.enum(appSorts)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(pageSize.max))),
  /** The `next_cursor` of the page before; valid for the same sort only. */
  cursor: z.optional(z.string()),
})

export const AppPageSchema = z.strictObject({
  items: z.array(AppSummarySchema),
  /** `null` on the last page. */
  next_cursor: z.nullable(z.string()),
})

export type AppListQuery = z.infer<typeof AppListQuerySchema>
export type AppPage = z.infer<typeof AppPageSchema>
