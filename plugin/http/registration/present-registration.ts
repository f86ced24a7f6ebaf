import type { ClientInformation } from '../../contract/registration.js'
import { isUnapproved } from '../../contract/review-values.js'
import type { AppRecord } from '../../registry/app-record.js'
import type { Registration } from '../../registry/registry.js'
import { logoUriOf } from '../present-app.js'

/** A registration as its client sees it (RFC 7591 §3.2.1); what it has no value for is left out. */
export function presentRegistration(app: AppRecord, mount: string): ClientInformation {
  const { client_uri, policy_uri, tos_uri, jwks, status } = app
  const logo_uri = logoUriOf(app, mount)
  return {
    client_id: app.client_id,
    client_id_issued_at: Math.floor(app.created_at / 1000),
    registration_client_uri: `${mount}/register/${app.client_id}`,
    client_name: app.client_name,
    redirect_uris: app.redirect_uris,
    token_endpoint_auth_method: app.token_endpoint_auth_method,
    grant_types: app.grant_types,
    response_types: app.grant_types.includes('authorization_code') ? ['code'] : [],
    ...(app.scopes.length > 0 && { scope: app.scopes.join(' ') }),
    ...(client_uri !== null && { client_uri }),
    ...(logo_uri !== null && { logo_uri }),
    ...(policy_uri !== null && { policy_uri }),
    ...(tos_uri !== null && { tos_uri }),
    ...(app.contacts.length > 0 && { contacts: app.contacts }),
    ...(jwks && { jwks }),
    application_type: app.application_type,
    ...(app.description !== '' && { description: app.description }),
    allowed_origins: app.allowed_origins,
    ...(isUnapproved(status) && { status }),
  }
}

/** With what is seen once: the token for the next request and, where one was made, the secret. */
export function presentRegistered(registration: Registration, mount: string): ClientInformation {
  const { app, client_secret, secret_id, registration_access_token } = registration
  const expires = app.secrets.find(({ id }) => id === secret_id)?.expires_at ?? null
  return {
    ...presentRegistration(app, mount),
    ...(client_secret !== undefined && {
      client_secret,
      client_secret_expires_at: expires === null ? 0 : Math.floor(expires / 1000),
    }),
    registration_access_token,
  }
}
