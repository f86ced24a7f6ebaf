import * as z from 'zod/mini'
import { AppSummarySchema } from './app.js'
import { bulkActions, bulkMax } from './bulk-values.js'
import { EffectSchema } from './effect.js'
import { problemCodes } from './problems.js'

export * from './bulk-values.js'

export const BulkInputSchema = z.strictObject({
  action: z.enum(bulkActions),
  client_ids: z.array(z.string()).check(z.minLength(1), z.maxLength(bulkMax)),
  /** With `disable`: the tokens are revoked too. */
  revoke_tokens: z.optional(z.boolean()),
})

/** What became of one app: as if it had been asked for alone. */
const BulkResultSchema = z.strictObject({
  client_id: z.string(),
  /** The HTTP status that the action would have had alone. */
  status: z.int(),
  /** Why it failed; `null` where it did not. */
  code: z.nullable(z.enum(problemCodes)),
  /** As it is now; `null` where it is deleted, or not the caller's to see. */
  app: z.nullable(AppSummarySchema),
  /** `null` where it failed. */
  effect: z.nullable(EffectSchema),
})

/** One result for each app, in the order of the call. */
export const BulkResultsSchema = z.strictObject({ results: z.array(BulkResultSchema) })

export type BulkInput = z.infer<typeof BulkInputSchema>
export type BulkResult = z.infer<typeof BulkResultSchema>
export type BulkResults = z.infer<typeof BulkResultsSchema>
