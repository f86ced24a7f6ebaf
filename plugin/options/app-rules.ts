import type { AppRules } from '../contract/app-rules.js'
import { authMethods } from '../contract/app-values.js'
import { defaultFieldPolicy, fieldNames, type FieldName, type FieldPolicy } from '../contract/fields.js'
import { defaultLimits } from '../contract/limits.js'
import type { OAuthAppsOptions } from '../options.js'

type RuleOptions = Pick<
  OAuthAppsOptions,
  'fields' | 'limits' | 'uris' | 'secrets' | 'grants' | 'authMethods' | 'scopes'
>

/** The rules that follow from options which have been checked. */
export function appRules({
  fields = {},
  limits,
  uris = {},
  secrets = {},
  grants = {},
  authMethods: methods = authMethods,
  scopes = [],
}: RuleOptions): AppRules {
  // Where there is nothing to choose, there is no field.
  const defaults: FieldPolicy =
    scopes.length > 0 ? defaultFieldPolicy : { ...defaultFieldPolicy, scopes: { presence: 'hidden', locked: false } }
  return {
    fields: fieldPolicy(fields, defaults),
    limits: {
      ...defaultLimits,
      ...limits,
      uri_length_max: uris.maxLength ?? defaultLimits.uri_length_max,
      secrets_max: secrets.max ?? defaultLimits.secrets_max,
    },
    uris: { schemes: uris.schemes ?? [], insecure_origins: uris.insecureOrigins ?? false },
    grants: { client_credentials: grants.clientCredentials ?? true },
    token_endpoint_auth_methods_supported: methods,
    scopes,
  }
}

function fieldPolicy(given: NonNullable<RuleOptions['fields']>, defaults: FieldPolicy): FieldPolicy {
  const policy: { -readonly [Name in FieldName]: FieldPolicy[Name] } = { ...defaults }
  for (const name of fieldNames) {
    const field = given[name]
    const { locked } = defaults[name]
    if (typeof field === 'string') policy[name] = { presence: field, locked }
    else if (field) policy[name] = { presence: field.presence, locked: field.locked ?? locked }
  }
  return policy
}
