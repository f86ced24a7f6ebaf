/** The members of an app that a caller may give, and that a host may require, hide or lock. */
export const fieldNames = [
  'client_name',
  'client_uri',
  'icon',
  'description',
  'application_type',
  'token_endpoint_auth_method',
  'redirect_uris',
  'allowed_origins',
  'scopes',
  'grant_types',
  'jwks',
  'contacts',
  'policy_uri',
  'tos_uri',
  'organization_id',
  'status',
] as const

export type FieldName = (typeof fieldNames)[number]
export type Presence = 'required' | 'optional' | 'hidden'

/** Whether a member must, may or cannot be given, and whether it stays as it was created. */
export interface FieldRule {
  readonly presence: Presence
  readonly locked: boolean
}

export type FieldPolicy = Readonly<Record<FieldName, FieldRule>>

/** What a host gets that says nothing: a name, and everything that most authorization servers know. */
export const defaultFieldPolicy: FieldPolicy = {
  client_name: { presence: 'required', locked: false },
  client_uri: { presence: 'optional', locked: false },
  icon: { presence: 'optional', locked: false },
  description: { presence: 'optional', locked: false },
  application_type: { presence: 'optional', locked: false },
  token_endpoint_auth_method: { presence: 'optional', locked: false },
  redirect_uris: { presence: 'optional', locked: false },
  allowed_origins: { presence: 'optional', locked: false },
  scopes: { presence: 'optional', locked: false },
  grant_types: { presence: 'hidden', locked: false },
  jwks: { presence: 'hidden', locked: false },
  contacts: { presence: 'hidden', locked: false },
  policy_uri: { presence: 'optional', locked: false },
  tos_uri: { presence: 'optional', locked: false },
  organization_id: { presence: 'optional', locked: true },
  status: { presence: 'hidden', locked: true },
}
