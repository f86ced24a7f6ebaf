import * as z from 'zod/mini'
import { AppSchema } from './app.js'

/** How many an action reaches. `null` is unknown: no authorization server was there to ask. */
export const EffectSchema = z.strictObject({
  users: z.nullable(z.int()),
  grants: z.nullable(z.int()),
  tokens: z.nullable(z.int()),
})

export const AppEffectSchema = z.strictObject({ app: AppSchema, effect: EffectSchema })

export type Effect = z.infer<typeof EffectSchema>
export type AppEffect = z.infer<typeof AppEffectSchema>
