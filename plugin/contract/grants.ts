import * as z from 'zod/mini'
import { EffectSchema } from './effect.js'
import { PublicAppSchema } from './public-app.js'

export const grantPageSize = { default: 20, max: 100 } as const

/** How an app stands with the people who allowed it: what it was allowed works while it is `active`. */
export const grantedAppStatuses = ['active', 'suspended', 'deleted'] as const

const { client_id, client_name, client_uri, logo_uri, logo_srcset, policy_uri, tos_uri, publisher } =
  PublicAppSchema.shape

/** What a person may know of an app that they allowed, whatever has become of it. */
export const GrantedAppSchema = z.strictObject({
  client_id,
  /** `null`, as all that follows it, where nothing is left of the app. */
  client_name: z.nullable(client_name),
  client_uri,
  logo_uri,
  logo_srcset,
  policy_uri,
  tos_uri,
  publisher,
  status: z.enum(grantedAppStatuses),
})

/** What the caller allowed one app. */
export const GrantSchema = z.strictObject({
  id: z.string(),
  app: GrantedAppSchema,
  /** With what they imply. */
  scopes: z.array(z.string()),
  created_at: z.string(),
  /** `null` for never, or where nobody writes that down. */
  last_used_at: z.nullable(z.string()),
})

/** Newest first. */
export const GrantPageSchema = z.strictObject({
  items: z.array(GrantSchema),
  next_cursor: z.nullable(z.string()),
})

/** What one person allowed the app, as its owner sees it. */
export const AppGrantSchema = z.strictObject({
  id: z.string(),
  user: z.strictObject({ id: z.string(), name: z.string() }),
  scopes: z.array(z.string()),
  created_at: z.string(),
  last_used_at: z.nullable(z.string()),
})

/** Newest first. */
export const AppGrantPageSchema = z.strictObject({
  items: z.array(AppGrantSchema),
  /** Of the app as a whole, not of this page. */
  counts: EffectSchema,
  next_cursor: z.nullable(z.string()),
})

export const GrantListQuerySchema = z.strictObject({
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(grantPageSize.max))),
  /** The `next_cursor` of the page before. */
  cursor: z.optional(z.string()),
})

/** The scopes that are left: of those that were granted, with what they imply. */
export const GrantInputSchema = z.strictObject({ scopes: z.array(z.string()) })

/** What was ended. */
export const RevocationSchema = z.strictObject({ effect: EffectSchema })

export type GrantedApp = z.infer<typeof GrantedAppSchema>
export type GrantedAppStatus = GrantedApp['status']
export type Grant = z.infer<typeof GrantSchema>
export type GrantPage = z.infer<typeof GrantPageSchema>
export type AppGrant = z.infer<typeof AppGrantSchema>
export type AppGrantPage = z.infer<typeof AppGrantPageSchema>
export type GrantListQuery = z.infer<typeof GrantListQuerySchema>
export type GrantInput = z.infer<typeof GrantInputSchema>
