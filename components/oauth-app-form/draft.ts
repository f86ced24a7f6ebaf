import type { AppDraft } from '../../plugin/contract/app-draft.js'
import type { AppInput, Jwks } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import { fieldNames, type FieldName } from '../../plugin/contract/fields.js'
import { changedFields, isList, type FormValues } from './form-values.js'

/** A draft as the server takes it: all but the icon's file, which goes beside it. */
export type DraftBody = Omit<AppInput, 'icon'> & { readonly icon?: null }

/**
 * The members of a new app: all that the host shows and the person filled in. Whoever could choose an organization and
 * took none says so: left out, it would be one that they have yet to choose.
 */
export function draftOfNew(
  values: FormValues,
  { fields, caller, capabilities }: Pick<Config, 'fields' | 'caller' | 'capabilities'>,
): AppDraft {
  const severalHomes = caller.organizations.filter(({ can_create }) => can_create).length > 1
  return draftOf(
    fieldNames.filter((field) => {
      const { presence } = fields[field]
      const isChoice = field === 'organization_id' && presence === 'optional' && severalHomes
      // Where apps are reviewed, a new one has the status that comes of that.
      if (field === 'status' && capabilities.review) return false
      return presence !== 'hidden' && (isChoice || !isEmpty(field, values))
    }),
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
  const members = {
    ...values,
    client_uri: values.client_uri || null,
    description: values.description || null,
    policy_uri: values.policy_uri || null,
    tos_uri: values.tos_uri || null,
    organization_id: values.organization_id || null,
    jwks: parseJwks(values.jwks) ?? null,
  }
  // Keys are asked for only where the app signs with one.
  const asked = fields.filter((name) => name !== 'jwks' || values.token_endpoint_auth_method === 'private_key_jwt')
  return Object.fromEntries(asked.map((name) => [name, members[name]]))
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
