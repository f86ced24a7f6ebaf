import type { AppRules } from '../contract/app-rules.js'
import { appDefaults } from '../contract/app-values.js'
import { defaultAuthMethod } from '../contract/check-app.js'
import { effectiveGrantTypes } from '../contract/grant-types.js'
import { normalizeDraft } from '../contract/normalize-draft.js'
import type { AppRecord } from './app-record.js'
import type { AppSubmission } from './registry.js'

type Members = Pick<
  AppRecord,
  | 'client_name'
  | 'description'
  | 'client_uri'
  | 'policy_uri'
  | 'tos_uri'
  | 'application_type'
  | 'token_endpoint_auth_method'
  | 'redirect_uris'
  | 'allowed_origins'
  | 'scopes'
  | 'contacts'
  | 'jwks'
  | 'status'
  | 'grant_types'
>

const blank: Members = {
  ...appDefaults,
  client_name: '',
  description: '',
  client_uri: null,
  policy_uri: null,
  tos_uri: null,
  redirect_uris: [],
  allowed_origins: [],
  scopes: [],
  contacts: [],
  jwks: null,
  status: 'active',
  grant_types: [],
}

/** What an app becomes by members that have been judged: those that are given, over those that it has. */
export function appMembers(given: AppSubmission['members'], rules: AppRules, current?: AppRecord): Members {
  const draft = normalizeDraft(given, rules.limits)
  const before = current ?? { ...blank, token_endpoint_auth_method: defaultAuthMethod(rules) }
  const members: Members = {
    client_name: draft.client_name ?? before.client_name,
    description: draft.description ?? before.description,
    client_uri: draft.client_uri === undefined ? before.client_uri : draft.client_uri,
    policy_uri: draft.policy_uri === undefined ? before.policy_uri : draft.policy_uri,
    tos_uri: draft.tos_uri === undefined ? before.tos_uri : draft.tos_uri,
    application_type: draft.application_type ?? before.application_type,
    token_endpoint_auth_method: draft.token_endpoint_auth_method ?? before.token_endpoint_auth_method,
    redirect_uris: draft.redirect_uris ?? before.redirect_uris,
    allowed_origins: draft.allowed_origins ?? before.allowed_origins,
    scopes: draft.scopes ?? before.scopes,
    contacts: draft.contacts ?? before.contacts,
    jwks: draft.jwks === undefined ? before.jwks : draft.jwks,
    status: draft.status ?? before.status,
    grant_types: before.grant_types,
  }
  return { ...members, grant_types: effectiveGrantTypes(draft.grant_types, members, rules, current) }
}
