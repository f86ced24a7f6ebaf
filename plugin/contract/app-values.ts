/** `active` apps are honoured, `disabled` ones are not; the other three exist where apps are reviewed. */
export const appStatuses = ['active', 'disabled', 'draft', 'pending', 'rejected'] as const
export type AppStatus = (typeof appStatuses)[number]

/** OIDC Registration §2; decides which redirect URIs are valid (RFC 8252). */
export const applicationTypes = ['web', 'native'] as const
export type ApplicationType = (typeof applicationTypes)[number]

/** How the client proves itself at the token endpoint (RFC 7591 §2); `none` is a public client. */
export const authMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
export type AuthMethod = (typeof authMethods)[number]

/** RFC 7591 §2 and OIDC Registration §2: what an app is that does not say. */
export const appDefaults = { application_type: 'web', token_endpoint_auth_method: 'client_secret_basic' } as const

export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const
export type GrantType = (typeof grantTypes)[number]

/** Whether clients of this kind have secrets at all: public ones and those that sign with their own key do not. */
export function usesSecret(method: AuthMethod): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post'
}

/** A leading `-` is newest, or last in the alphabet, first. */
export const appSorts = [
  'created_at',
  '-created_at',
  'client_name',
  '-client_name',
  'updated_at',
  '-updated_at',
  'last_used_at',
  '-last_used_at',
] as const
export type AppSort = (typeof appSorts)[number]

/** The longest time that the list can be narrowed by. */
export const daysMax = 3650

/** Apps of one answer of the list. */
export const pageSize = { default: 20, max: 100 } as const
