import type { App, AppWithSecret } from '../../plugin/contract/app.js'
import type { ApiClient } from '../internal/api-client.js'
import type { Credentials } from '../oauth-app-credentials/credentials.js'
import { bodyOf } from './draft.js'
import type { FormModel } from './form-model.js'

/** What the server stored, apart from the secret that it made with it. */
export interface StoredApp {
  readonly app: App
  readonly etag: string | null
  /** What is shown once: of a new app, and of one that has got a secret by the change. */
  readonly credentials: Credentials | undefined
}

/**
 * Creates the app, or changes the one that was read and, where that is wanted, asks for its approval.
 *
 * @throws ApiError
 */
export async function sendApp(
  client: ApiClient,
  model: Pick<FormModel, 'draft' | 'current' | 'dirty' | 'idempotencyKey' | 'outcome'>,
  etag: string | null,
): Promise<StoredApp> {
  const { draft, current, idempotencyKey, outcome } = model
  const body = bodyOf(draft)
  const file = draft.icon instanceof Blob ? { icon: draft.icon } : {}
  if (!current) {
    const status = outcome === 'draft' && ({ status: 'draft' } as const)
    return stored(await client.call('createApp', { body: { ...body, ...status }, ...file, idempotencyKey }), true)
  }
  const params = { client_id: current.client_id }
  const saved = model.dirty
    ? await client.call('updateApp', { params, body, ...file, ...(etag !== null && { ifMatch: etag }) })
    : { data: current, etag }
  if (outcome !== 'submit') return stored(saved)
  const submitted = await client.call('submitApp', { params, ...(saved.etag !== null && { ifMatch: saved.etag }) })
  return stored({ data: { ...saved.data, ...submitted.data }, etag: submitted.etag })
}

function stored(
  { data, etag }: { readonly data: AppWithSecret; readonly etag: string | null },
  isNew = false,
): StoredApp {
  const { client_secret, ...app } = data
  const credentials = !isNew && client_secret === undefined ? undefined : credentialsOf(data)
  return { app, etag, credentials }
}

function credentialsOf(app: AppWithSecret): Credentials {
  const { client_id, client_name, client_secret, token_endpoint_auth_method, secrets } = app
  // A secret whose answer never came: this one is that of a repeat.
  const secret_missed = client_secret === undefined && secrets.length > 0
  return { client_id, client_name, client_secret, token_endpoint_auth_method, secret_missed }
}
