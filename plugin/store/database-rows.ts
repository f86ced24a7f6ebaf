/** A 64-bit integer: pg gives it as a string. */
export type DatabaseInteger = number | string

export interface AppRow {
  client_id: string
  version: number
  client_name: string
  name_sort: string
  description: string
  client_uri: string | null
  policy_uri: string | null
  tos_uri: string | null
  icon_id: string | null
  application_type: string
  token_endpoint_auth_method: string
  grant_types: string
  redirect_uris: string
  allowed_origins: string
  scopes: string
  contacts: string
  jwks: string | null
  status: string
  status_reason: string | null
  organization_id: string | null
  created_by_id: string
  created_by_name: string
  created_at: DatabaseInteger
  updated_at: DatabaseInteger
  last_used_at: DatabaseInteger
  deleted_at: DatabaseInteger | null
}

/** With the `scales` of its icon. */
export type AppRowWithIcon = AppRow & { scales: string | null }

export interface SecretRow {
  secret_id: string
  client_id: string
  hash: string
  pepper_id: string | null
  name: string
  hint: string
  created_at: DatabaseInteger
  expires_at: DatabaseInteger | null
  last_used_at: DatabaseInteger
}

export interface LineRow {
  line_id: string
  event: string
  client_id: string
  at: DatabaseInteger
  payload: string
}

export interface DeliveryRow {
  delivery_id: string
  line_id: string
  channel: string
  target: string
  attempts: number
  tried_at: DatabaseInteger | null
  due_at: DatabaseInteger | null
  claim: string | null
  outcome: string | null
  reason: string | null
  settled_at: DatabaseInteger | null
}

export interface EventRow {
  event_id: DatabaseInteger
  client_id: string
  organization_id: string | null
  action: string
  actor_id: string
  actor_name: string
  at: DatabaseInteger
  changes: string
}
