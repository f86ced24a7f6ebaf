import * as z from 'zod/mini'
import type { AppRules } from './app-rules.js'
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
})

/** Who calls, as their own page may know it. */
const CallerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  administrator: z.boolean(),
  organizations: z.array(MembershipSchema),
  can_create: z.boolean(),
})

/** All that the elements need to know about the host: one request, made once. */
export const ConfigSchema = z.strictObject({
  fields: z.record(z.enum(fieldNames), FieldRuleSchema),
  limits: LimitsSchema,
  uris: z.strictObject({ schemes: z.array(z.string()), insecure_origins: z.boolean() }),
  grants: z.strictObject({ client_credentials: z.boolean() }),
  scopes: z.array(z.union([ScopeDefinitionSchema, ScopeGroupSchema])),
  caller: CallerSchema,
})

export type Caller = z.infer<typeof CallerSchema>

/** The wire form of {@link AppRules}, and the caller. */
export type Config = AppRules & { readonly caller: Caller }
