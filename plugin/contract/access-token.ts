import * as z from 'zod/mini'
import { accessTokenSeconds } from './access-token-values.js'

export * from './access-token-values.js'

/** What the token shall be good for. Absent, the scopes are all that both the app and the caller have. */
export const AccessTokenInputSchema = z.strictObject({
  scopes: z.optional(z.array(z.string())),
  /** Seconds. */
  expires_in: z.optional(z.int().check(z.gte(accessTokenSeconds.min), z.lte(accessTokenSeconds.max))),
})

/** A token to try the API with, in this answer only; names as in RFC 6749 §5.1 where it has one. */
export const AccessTokenSchema = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.int(),
  expires_at: z.string(),
  /** With what they imply. */
  scopes: z.array(z.string()),
})

export type AccessTokenInput = z.infer<typeof AccessTokenInputSchema>
export type AccessToken = z.infer<typeof AccessTokenSchema>
