import * as z from 'zod/mini'
import { AppInputSchema } from './app.js'
import { authMethods, applicationTypes, grantTypes } from './app-values.js'

const { client_name, redirect_uris, client_uri, policy_uri, tos_uri, contacts, jwks } = AppInputSchema.shape
const { token_endpoint_auth_method, application_type, description, allowed_origins, organization_id } =
  AppInputSchema.shape

/** What follows from `grant_types`: the one that this kit's apps have. */
export const responseTypes = ['code'] as const

/**
 * The client metadata of RFC 7591 §2 that means something here. Whatever else a client sends is ignored, as the RFC
 * wants it; `null` is the same as nothing.
 */
export const ClientMetadataSchema = z.object({
  client_name,
  redirect_uris,
  token_endpoint_auth_method,
  grant_types: z.optional(z.array(z.enum(grantTypes))),
  response_types: z.optional(z.array(z.enum(responseTypes))),
  /** Names, separated by spaces. */
  scope: z.optional(z.string()),
  client_uri,
  /** A data URL (RFC 2397) with base64: an icon is never fetched. In a PUT also the address that the last answer gave. */
  logo_uri: z.optional(z.string()),
  policy_uri,
  tos_uri,
  contacts,
  jwks,
  application_type,
  description,
  allowed_origins,
  organization_id,
})

/** What a PUT says beside the metadata (RFC 7592 §2.2): which client it is, and what it takes for its secret. */
export const ClientUpdateSchema = z.object({
  ...ClientMetadataSchema.shape,
  client_id: z.string(),
  client_secret: z.optional(z.string()),
})

/** A registration as it is (RFC 7591 §3.2.1, RFC 7592 §3); members without a value are left out. */
export const ClientInformationSchema = z.strictObject({
  client_id: z.string(),
  /** Seconds since 1970. */
  client_id_issued_at: z.int(),
  /** In the answer that made it, and in no other. */
  client_secret: z.optional(z.string()),
  /** Seconds since 1970; 0 for never. Comes with `client_secret`. */
  client_secret_expires_at: z.optional(z.int()),
  /** For the next request to `registration_client_uri`: in the answers to POST and PUT, each a new one. */
  registration_access_token: z.optional(z.string()),
  registration_client_uri: z.string(),
  client_name: z.string(),
  redirect_uris: z.array(z.string()),
  token_endpoint_auth_method: z.enum(authMethods),
  grant_types: z.array(z.enum(grantTypes)),
  response_types: z.array(z.enum(responseTypes)),
  scope: z.optional(z.string()),
  client_uri: z.optional(z.string()),
  logo_uri: z.optional(z.string()),
  policy_uri: z.optional(z.string()),
  tos_uri: z.optional(z.string()),
  contacts: z.optional(z.array(z.string())),
  jwks: z.optional(z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) })),
  application_type: z.enum(applicationTypes),
  description: z.optional(z.string()),
  allowed_origins: z.array(z.string()),
  /** Where it waits for approval, or was not approved; this kit's own (RFC 7591 §3.2.1 lets a server say more). */
  status: z.optional(z.enum(['draft', 'pending', 'rejected'])),
})

/** RFC 7591 §3.2.2, RFC 6750 §3.1 and, for what neither knows, RFC 6749 §4.1.2.1. */
export const registrationErrors = [
  'invalid_redirect_uri',
  'invalid_client_metadata',
  'unapproved_software_statement',
  'invalid_token',
  'access_denied',
  'temporarily_unavailable',
  'server_error',
] as const

/** How the routes of registration say what is wrong, as clients of RFC 7591 read it. */
export const RegistrationErrorSchema = z.strictObject({
  error: z.enum(registrationErrors),
  error_description: z.string(),
})

export type ClientInformation = z.infer<typeof ClientInformationSchema>
export type RegistrationError = z.infer<typeof RegistrationErrorSchema>
