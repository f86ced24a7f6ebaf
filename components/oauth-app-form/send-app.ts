import type { App } from '../../plugin/contract/app.js'
import type { ApiClient } from '../internal/api-client.js'
import { bodyOf } from './draft.js'
import type { FormModel } from './form-model.js'

/** What the server stored, and the secret that it made with it, apart from each other. */
export interface StoredApp {
  readonly app: App
  readonly etag: string | null
  readonly secret: string | undefined
  /** Whether a new app has a secret that went with an answer which never came: this one is that of a repeat. */
  readonly secretMissed: boolean
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
  const { client_secret: secret, ...app } = answer.data
  return { app, etag: answer.etag, secret, secretMissed: !current && secret === undefined && app.secrets.length > 0 }
}
