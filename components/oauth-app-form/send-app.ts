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
 * Creates the app, or changes the one that was read.
 *
 * @throws ApiError
 */
export async function sendApp(
  client: ApiClient,
  { draft, current, idempotencyKey }: Pick<FormModel, 'draft' | 'current' | 'idempotencyKey'>,
  etag: string | null,
): Promise<StoredApp> {
  const body = bodyOf(draft)
  const file = draft.icon instanceof Blob ? { icon: draft.icon } : {}
  const answer = current
    ? await client.call('updateApp', {
        params: { client_id: current.client_id },
        body,
        ...file,
        ...(etag !== null && { ifMatch: etag }),
      })
    : await client.call('createApp', { body, ...file, idempotencyKey })
  const { client_secret, ...app } = answer.data
  const credentials = current && client_secret === undefined ? undefined : credentialsOf(answer.data)
  return { app, etag: answer.etag, credentials }
}

function credentialsOf(app: AppWithSecret): Credentials {
  const { client_id, client_name, client_secret, token_endpoint_auth_method, secrets } = app
  // A secret whose answer never came: this one is that of a repeat.
  const secret_missed = client_secret === undefined && secrets.length > 0
  return { client_id, client_name, client_secret, token_endpoint_auth_method, secret_missed }
}
