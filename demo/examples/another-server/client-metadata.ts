import { createHash } from 'node:crypto'
import type { AppRecord } from '../../../plugin/index.js'
import type { ClientMetadata } from './registration-client.js'

/**
 * An app as RFC 7591 §2 has it. What it has no value for is left out, which in a `PUT` gives it up (RFC 7592 §2.2).
 *
 * @param scopes those of the app, with what they imply.
 */
export function clientMetadata(app: AppRecord, scopes: readonly string[]): ClientMetadata {
  const { client_uri, policy_uri, tos_uri, contacts, jwks, grant_types } = app
  return {
    // So that the same app is the same client when it is registered again; see README.md.
    software_id: app.client_id,
    client_name: app.client_name,
    application_type: app.application_type,
    token_endpoint_auth_method: app.token_endpoint_auth_method,
    redirect_uris: app.redirect_uris,
    grant_types,
    response_types: grant_types.includes('authorization_code') ? ['code'] : [],
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    ...(client_uri !== null && { client_uri }),
    ...(policy_uri !== null && { policy_uri }),
    ...(tos_uri !== null && { tos_uri }),
    ...(contacts.length > 0 && { contacts }),
    ...(jwks && { jwks }),
  }
}

/** Tells whether two are the same, without keeping one of them. */
export function fingerprint(metadata: ClientMetadata): string {
  return createHash('sha256').update(JSON.stringify(metadata)).digest('hex')
}
