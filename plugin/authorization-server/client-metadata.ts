import type { AdapterPayload } from 'oidc-provider'
import { usesSecret } from '../contract/app-values.js'
import type { AppRecord } from '../registry/app-record.js'
import type { SigningAlgorithm } from './check-keys.js'

export interface ClientMetadataOptions {
  /** In the place of a secret, which nobody has here: its own of every process, so that nobody could know it. */
  readonly placeholder: string
  /** By which ID tokens are signed (RFC 7518 §3.1). */
  readonly signingAlgorithm: SigningAlgorithm
}

/**
 * An app as oidc-provider knows clients: what it needs and no more, since it judges all that it is given by rules of its
 * own. Its scopes are not here: they are judged by ours, also where it would not look.
 */
export function clientMetadata(
  app: AppRecord,
  { placeholder, signingAlgorithm }: ClientMetadataOptions,
): AdapterPayload {
  const { client_id, client_name, application_type, token_endpoint_auth_method, redirect_uris, grant_types } = app
  return {
    client_id,
    client_name,
    application_type,
    token_endpoint_auth_method,
    redirect_uris: [...redirect_uris],
    grant_types: [...grant_types],
    response_types: grant_types.includes('authorization_code') ? ['code'] : [],
    id_token_signed_response_alg: signingAlgorithm,
    allowed_origins: [...app.allowed_origins],
    ...(usesSecret(token_endpoint_auth_method) && { client_secret: placeholder }),
    ...(app.jwks && { jwks: { keys: app.jwks.keys.map((key) => ({ ...key })) } }),
  }
}
