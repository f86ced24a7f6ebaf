import * as z from 'zod/mini'

/** People that are offered at once, and characters to look for them by. */
export const ownersMax = 50
export const ownersQueryMax = 200

export const ReassignInputSchema = z.strictObject({
  /** A principal's id: a member of the organisation of the app. */
  owner_id: z.string(),
})

export const OwnersQuerySchema = z.strictObject({
  /** The beginning of any word of the name. */
  q: z.optional(z.string()),
})

/** To whom an app could be given. */
export const OwnersSchema = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})

export type ReassignInput = z.infer<typeof ReassignInputSchema>
export type OwnersQuery = z.infer<typeof OwnersQuerySchema>
export type Owners = z.infer<typeof OwnersSchema>
