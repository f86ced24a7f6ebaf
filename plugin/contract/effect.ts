import * as z from 'zod/mini'
import { AppSchema } from './app.js'

/** How many an action reaches. `null` is unknown: no authorization server was there to ask. */
export const EffectSchema = z.strictObject({
  /** People with a grant. */
  users: z.nullable(z.int()),
  /** What people allowed the app, one for each of them. */
  grants: z.nullable(z.int()),
  /** Access and refresh tokens that work. */
  tokens: z.nullable(z.int()),
})

export const AppEffectSchema = z.strictObject({ app: AppSchema, effect: EffectSchema })

/** What became of an app that is not there any more. */
export const DeletionSchema = z.strictObject({ effect: EffectSchema })

/** Whether the tokens are revoked for good; otherwise they sleep until the app is enabled again. */
export const DisableInputSchema = z.strictObject({ revoke_tokens: z.optional(z.boolean()) })

export type Effect = z.infer<typeof EffectSchema>
export type AppEffect = z.infer<typeof AppEffectSchema>
export type DisableInput = z.infer<typeof DisableInputSchema>
