import * as z from 'zod/mini'
import type { AppRules } from './app-rules.js'
import { authMethods } from './app-values.js'
import { fieldNames } from './fields.js'

const LocalizedTextSchema = z.union([z.string(), z.record(z.string(), z.string())])

const ScopeDefinitionSchema = z.strictObject({
  name: z.string(),
  access: z.optional(z.enum(['read', 'write'])),
  implies: z.optional(z.array(z.string())),
  risk: z.optional(z.enum(['safe', 'normal', 'dangerous'])),
  label: z.optional(LocalizedTextSchema),
  description: z.optional(LocalizedTextSchema),
})

const ScopeGroupSchema = z.strictObject({
  group: z.string(),
  label: LocalizedTextSchema,
  scopes: z.array(ScopeDefinitionSchema),
})

const FieldRuleSchema = z.strictObject({
  presence: z.enum(['required', 'optional', 'hidden']),
  locked: z.boolean(),
})

export const deleteConfirmations = ['click', 'name'] as const
export type DeleteConfirmation = (typeof deleteConfirmations)[number]

/** What this host is set up for: an element shows no button for what has no route. */
const CapabilitiesSchema = z.strictObject({
  /** Whether tokens can be counted and revoked. */
  tokens: z.boolean(),
  /** Whether a developer can get a token to try the API with. */
  access_tokens: z.boolean(),
  /** Days for which a deleted app can be restored; 0 where deleting is for good. */
  restore_days: z.int(),
  /** Whether an app can be given to another member of its organisation. */
  reassign: z.boolean(),
  /** Whether the members it could be given to can be listed. */
  owners: z.boolean(),
  /** Whether clients can register themselves (RFC 7591). */
  registration: z.boolean(),
  /** Whether endpoints can be told what happens to apps. */
  webhooks: z.boolean(),
  /** Whether these may be at plain http on this very machine, as when somebody develops. */
  webhook_loopback: z.boolean(),
  /** Whether apps wait for approval. */
  review: z.boolean(),
  /** Whether those are approved at once whose every scope is marked safe. */
  auto_approve: z.boolean(),
  /** How a person has to confirm that an app is deleted: a click, or typing its name. */
  delete_confirmation: z.enum(deleteConfirmations),
})

/** Where apps get their tokens, by the names of RFC 8414. */
const AuthorizationServerSchema = z.strictObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  /** What people know it by: it is on the button to sign in with. */
  service_name: z.string(),
})

/** Apps that there may be; `null` where there is no such limit. */
const QuotasSchema = z.strictObject({
  apps_per_user: z.nullable(z.int()),
  apps_per_organization: z.nullable(z.int()),
})

const LimitsSchema = z.strictObject({
  client_name_min: z.int(),
  client_name_max: z.int(),
  description_max: z.int(),
  secret_name_max: z.int(),
  redirect_uris_max: z.int(),
  allowed_origins_max: z.int(),
  contacts_max: z.int(),
  uri_length_max: z.int(),
  secrets_max: z.int(),
})

export const organizationRoles = ['owner', 'admin', 'member'] as const
export type OrganizationRole = (typeof organizationRoles)[number]

const MembershipSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(organizationRoles),
  /** Whether the caller may create apps in it. */
  can_create: z.boolean(),
  /** Whether the caller manages its webhooks; absent where there are none. */
  can_manage_webhooks: z.optional(z.boolean()),
})

/** Who calls, as their own page may know it. */
const CallerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  administrator: z.boolean(),
  organizations: z.array(MembershipSchema),
  can_create: z.boolean(),
  /** Whether there may be apps of others among those that they see. */
  sees_others: z.boolean(),
  /** Whether the caller may have webhooks of their own, about their own apps; absent where there are none. */
  can_have_webhooks: z.optional(z.boolean()),
  /** Whether there may be apps that the caller approves or rejects. */
  can_review: z.boolean(),
})

/** All that the elements need to know about the host: one request, made once. */
export const ConfigSchema = z.strictObject({
  fields: z.record(z.enum(fieldNames), FieldRuleSchema),
  limits: LimitsSchema,
  uris: z.strictObject({ schemes: z.array(z.string()), insecure_origins: z.boolean() }),
  grants: z.strictObject({ client_credentials: z.boolean() }),
  token_endpoint_auth_methods_supported: z.array(z.enum(authMethods)),
  scopes: z.array(z.union([ScopeDefinitionSchema, ScopeGroupSchema])),
  capabilities: CapabilitiesSchema,
  /** `null` where nobody said which one it is. */
  authorization_server: z.nullable(AuthorizationServerSchema),
  quotas: QuotasSchema,
  caller: CallerSchema,
  /** Organisations that the list can be narrowed to; absent where they are the caller's own. */
  organizations: z.optional(z.array(z.strictObject({ id: z.string(), name: z.string() }))),
})

export type Capabilities = z.infer<typeof CapabilitiesSchema>
export type AuthorizationServerAddresses = Readonly<z.infer<typeof AuthorizationServerSchema>>
export type Quotas = z.infer<typeof QuotasSchema>
export type Caller = z.infer<typeof CallerSchema>

/** The wire form of {@link AppRules}, what the host is set up for, and the caller. */
export type Config = AppRules & {
  readonly capabilities: Capabilities
  readonly authorization_server: AuthorizationServerAddresses | null
  readonly quotas: Quotas
  readonly caller: Caller
  readonly organizations?: readonly { readonly id: string; readonly name: string }[] | undefined
}
