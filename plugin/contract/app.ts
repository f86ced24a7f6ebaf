import * as z from 'zod/mini'
import { appStatuses, applicationTypes, authMethods, grantTypes } from './app-values.js'
import { reviewStatuses } from './review-values.js'

/** ISO 8601, UTC, with milliseconds: `2026-01-31T09:30:00.000Z`. */
const Time = z.string()
const MaybeTime = z.nullable(Time)

/** A live secret, without its value: that is in no answer but the one that made it. */
export const SecretSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The last four characters. */
  hint: z.string(),
  created_at: Time,
  expires_at: MaybeTime,
  last_used_at: MaybeTime,
})

const PersonSchema = z.strictObject({ id: z.string(), name: z.string() })

/** What the caller may do with this app, so that an element shows no button that answers 403. */
export const AppPermissionsSchema = z.strictObject({
  edit: z.boolean(),
  enable: z.boolean(),
  disable: z.boolean(),
  delete: z.boolean(),
  rotate_secret: z.boolean(),
  restore: z.boolean(),
  revoke_tokens: z.boolean(),
  issue_token: z.boolean(),
  reassign: z.boolean(),
  /** Asking for approval, and taking that back. */
  submit: z.boolean(),
  approve: z.boolean(),
  reject: z.boolean(),
})

/** How an app, or a change of it, stands with those who review it. */
export const AppReviewSchema = z.strictObject({
  status: z.enum(reviewStatuses),
  submitted_at: Time,
  submitted_by: PersonSchema,
  /** When it was rejected. */
  decided_at: MaybeTime,
  /** Why it was rejected, for the developer. */
  reason: z.nullable(z.string()),
})

/** A row of the list: no secrets, no URIs. */
export const AppSummarySchema = z.strictObject({
  client_id: z.string(),
  client_name: z.string(),
  description: z.string(),
  logo_uri: z.nullable(z.string()),
  logo_srcset: z.nullable(z.string()),
  scopes: z.array(z.string()),
  application_type: z.enum(applicationTypes),
  token_endpoint_auth_method: z.enum(authMethods),
  status: z.enum(appStatuses),
  organization_id: z.nullable(z.string()),
  created_by: PersonSchema,
  created_at: Time,
  updated_at: Time,
  last_used_at: MaybeTime,
  /** When it was deleted, where it can still be restored; only an app that rests has it. */
  deleted_at: z.optional(Time),
  /** Until when it can be restored. */
  restorable_until: z.optional(Time),
  /** Only what waits for approval, or was rejected, has it; of an app that was approved it is about `proposal`. */
  review: z.optional(AppReviewSchema),
  can: AppPermissionsSchema,
})

/** A JSON Web Key Set (RFC 7517 §5), for `private_key_jwt`. */
const JwksSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** What an approved app would become: those of its members that would change, as they would be. */
export const AppProposalSchema = z.partial(
  z.strictObject({
    client_name: z.string(),
    logo_uri: z.nullable(z.string()),
    logo_srcset: z.nullable(z.string()),
    client_uri: z.nullable(z.string()),
    application_type: z.enum(applicationTypes),
    redirect_uris: z.array(z.string()),
    allowed_origins: z.array(z.string()),
    scopes: z.array(z.string()),
    grant_types: z.array(z.enum(grantTypes)),
    policy_uri: z.nullable(z.string()),
    tos_uri: z.nullable(z.string()),
  }),
)

/** An OAuth client as its owner sees it; member names are those of RFC 7591 §2 where it has one. */
export const AppSchema = z.strictObject({
  ...AppSummarySchema.shape,
  client_uri: z.nullable(z.string()),
  policy_uri: z.nullable(z.string()),
  tos_uri: z.nullable(z.string()),
  contacts: z.array(z.string()),
  redirect_uris: z.array(z.string()),
  allowed_origins: z.array(z.string()),
  grant_types: z.array(z.enum(grantTypes)),
  jwks: z.nullable(JwksSchema),
  secrets: z.array(SecretSchema),
  /** An edit that is not approved: until it is, the app stays as all other members say. */
  proposal: z.optional(AppProposalSchema),
})

/** The app and, in this answer only, the secret that was just made (absent for a public client). */
export const AppWithSecretSchema = z.strictObject({
  ...AppSchema.shape,
  client_secret: z.optional(z.string()),
  /** Which of `secrets` it is. */
  secret_id: z.optional(z.string()),
})

const Text = z.string()
const Uri = z.string()

/**
 * The members that a caller may give; `null` takes one away (RFC 7396). Shape only: what a value may be is judged by
 * `checkApp`.
 */
export const AppInputSchema = z.strictObject({
  client_name: z.optional(Text),
  client_uri: z.optional(z.nullable(Uri)),
  /** A data URL (RFC 2397) with base64; `null` takes the icon away. In multipart it is the file part `icon` instead. */
  icon: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(Text)),
  application_type: z.optional(z.enum(applicationTypes)),
  token_endpoint_auth_method: z.optional(z.enum(authMethods)),
  redirect_uris: z.optional(z.nullable(z.array(Uri))),
  allowed_origins: z.optional(z.nullable(z.array(Uri))),
  scopes: z.optional(z.nullable(z.array(z.string()))),
  grant_types: z.optional(z.array(z.enum(grantTypes))),
  jwks: z.optional(z.nullable(JwksSchema)),
  contacts: z.optional(z.nullable(z.array(z.string()))),
  policy_uri: z.optional(z.nullable(Uri)),
  tos_uri: z.optional(z.nullable(Uri)),
  organization_id: z.optional(z.nullable(z.string())),
  /** Of a new app where apps are reviewed: `draft`, or `pending`, which is the default. */
  status: z.optional(z.enum(['active', 'disabled', 'draft', 'pending'])),
})

/** `expire_others_in`: seconds until the other secrets end, 0 for at once; absent, they stay. */
export const SecretInputSchema = z.strictObject({
  name: z.optional(Text),
  expires_at: z.optional(z.nullable(Time)),
  expire_others_in: z.optional(z.int()),
})

export type App = z.infer<typeof AppSchema>
export type AppSummary = z.infer<typeof AppSummarySchema>
export type AppWithSecret = z.infer<typeof AppWithSecretSchema>
export type AppReview = z.infer<typeof AppReviewSchema>
export type AppProposal = z.infer<typeof AppProposalSchema>
export type AppPermissions = z.infer<typeof AppPermissionsSchema>
export type AppInput = z.infer<typeof AppInputSchema>
export type Secret = z.infer<typeof SecretSchema>
export type SecretInput = z.infer<typeof SecretInputSchema>
export type Jwks = z.infer<typeof JwksSchema>
