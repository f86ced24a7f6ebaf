import type { App } from '../../plugin/contract/app.js'
import type { ApplicationType, AuthMethod, GrantType } from '../../plugin/contract/app-values.js'
import { defaultAuthMethod } from '../../plugin/contract/check-app.js'
import type { Config } from '../../plugin/contract/config.js'
import { fieldNames, type FieldName } from '../../plugin/contract/fields.js'

/** The address of the logo that the app has, a file chosen in its place, or nothing. */
export type IconValue = string | Blob | null

/** What the form holds: a value for every field, as its control shows it; text that is not given is empty. */
export interface FormValues {
  readonly client_name: string
  readonly client_uri: string
  readonly description: string
  readonly policy_uri: string
  readonly tos_uri: string
  /** A JSON Web Key Set, as it was typed. */
  readonly jwks: string
  readonly organization_id: string
  readonly application_type: ApplicationType
  readonly token_endpoint_auth_method: AuthMethod
  readonly status: 'active' | 'disabled'
  readonly redirect_uris: readonly string[]
  readonly allowed_origins: readonly string[]
  readonly contacts: readonly string[]
  readonly scopes: readonly string[]
  readonly grant_types: readonly GrantType[]
  readonly icon: IconValue
}

/** A new app, before anything was typed. */
export function blankValues(config: Config): FormValues {
  const { fields, caller } = config
  const homes = caller.organizations.filter(({ can_create }) => can_create)
  const only = fields.organization_id.presence === 'required' && homes.length === 1 ? homes[0] : undefined
  return {
    client_name: '',
    client_uri: '',
    description: '',
    policy_uri: '',
    tos_uri: '',
    jwks: '',
    organization_id: only?.id ?? '',
    application_type: 'web',
    token_endpoint_auth_method: defaultAuthMethod(config),
    status: 'active',
    redirect_uris: [],
    allowed_origins: [],
    contacts: [],
    scopes: [],
    grant_types: [],
    icon: null,
  }
}

export function valuesOf(app: App): FormValues {
  return {
    ...app,
    client_uri: app.client_uri ?? '',
    policy_uri: app.policy_uri ?? '',
    tos_uri: app.tos_uri ?? '',
    jwks: app.jwks ? JSON.stringify(app.jwks, null, 2) : '',
    organization_id: app.organization_id ?? '',
    status: app.status === 'disabled' ? 'disabled' : 'active',
    icon: app.logo_uri,
  }
}

/** Whether a field holds the same in both; the order of scopes and grant types says nothing. */
export function sameValue(field: FieldName, a: FormValues, b: FormValues): boolean {
  const [one, other] = [a[field], b[field]]
  if (!isList(one) || !isList(other)) return one === other
  const unordered = field === 'scopes' || field === 'grant_types'
  const [ones, others] = unordered ? [one.toSorted(), other.toSorted()] : [one, other]
  return ones.length === others.length && ones.every((item, index) => item === others[index])
}

export function changedFields(from: FormValues, to: FormValues): FieldName[] {
  return fieldNames.filter((field) => !sameValue(field, from, to))
}

export function isList(value: FormValues[FieldName]): value is Extract<FormValues[FieldName], readonly string[]> {
  return Array.isArray(value)
}
