import type { AppDraft } from '../../plugin/contract/app-draft.js'
import type { AppInput, Jwks } from '../../plugin/contract/app.js'
import { fieldNames, type FieldName, type FieldPolicy } from '../../plugin/contract/fields.js'
import { changedFields, isList, type FormValues } from './form-values.js'

/** A draft as the server takes it: all but the icon's file, which goes beside it. */
export type DraftBody = Omit<AppInput, 'icon'> & { readonly icon?: null }

/** The members of a new app: all that the host shows and the person filled in. */
export function draftOfNew(values: FormValues, policy: FieldPolicy): AppDraft {
  return draftOf(
    fieldNames.filter((field) => policy[field].presence !== 'hidden' && !isEmpty(field, values)),
    values,
  )
}

/** The members of a merge patch (RFC 7396): what differs from the app that was read; what was emptied is `null`. */
export function draftOfChanges(from: FormValues, to: FormValues): AppDraft {
  return draftOf(changedFields(from, to), to)
}

/** Parts the draft from its icon, which is sent as a file. */
export function bodyOf({ icon, ...members }: AppDraft): DraftBody {
  return icon === null ? { ...members, icon } : members
}

/** `undefined` for text that is no JSON, or no object with keys. What the keys may be is judged with the rest. */
export function parseJwks(text: string): Jwks | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJwks(value) ? value : undefined
  } catch {
    return undefined
  }
}

function draftOf(fields: readonly FieldName[], values: FormValues): AppDraft {
  const given = new Set(fields)
  // Keys are asked for only where the app signs with one.
  if (values.token_endpoint_auth_method !== 'private_key_jwt') given.delete('jwks')
  const text = (field: 'client_uri' | 'description' | 'policy_uri' | 'tos_uri' | 'organization_id') =>
    given.has(field) ? { [field]: values[field] === '' ? null : values[field] } : {}
  return {
    ...(given.has('client_name') && { client_name: values.client_name }),
    ...text('client_uri'),
    ...text('description'),
    ...text('policy_uri'),
    ...text('tos_uri'),
    ...text('organization_id'),
    ...(given.has('application_type') && { application_type: values.application_type }),
    ...(given.has('token_endpoint_auth_method') && { token_endpoint_auth_method: values.token_endpoint_auth_method }),
    ...(given.has('status') && { status: values.status }),
    ...(given.has('redirect_uris') && { redirect_uris: [...values.redirect_uris] }),
    ...(given.has('allowed_origins') && { allowed_origins: [...values.allowed_origins] }),
    ...(given.has('contacts') && { contacts: [...values.contacts] }),
    ...(given.has('scopes') && { scopes: [...values.scopes] }),
    ...(given.has('grant_types') && { grant_types: [...values.grant_types] }),
    ...(given.has('jwks') && { jwks: parseJwks(values.jwks) ?? null }),
    ...(given.has('icon') && { icon: values.icon }),
  }
}

function isEmpty(field: FieldName, values: FormValues): boolean {
  const value = values[field]
  return value === null || value === '' || (isList(value) && value.length === 0)
}

function isJwks(value: unknown): value is Jwks {
  return isObject(value) && Array.isArray(value['keys']) && value['keys'].every(isKey)
}

function isKey(value: unknown): boolean {
  return isObject(value) && typeof value['kty'] === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
