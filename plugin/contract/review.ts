import * as z from 'zod/mini'

export * from './review-rules.js'
export * from './review-values.js'

/** Why the developer is told no. */
export const RejectInputSchema = z.strictObject({ reason: z.string() })

export type RejectInput = z.infer<typeof RejectInputSchema>
