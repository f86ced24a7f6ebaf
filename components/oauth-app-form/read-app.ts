import type { App } from '../../plugin/contract/app.js'
import { ApiError, type ApiClient } from '../internal/api-client.js'

/** An app and the version that it was read in. */
export interface ReadApp {
  readonly app: App
  readonly etag: string | null
}

interface Source {
  readonly client: ApiClient | undefined
  readonly app: App | undefined
  readonly etag: string | undefined
}

/**
 * The app from the page, where that gave its version too or there is no server to ask; else from the server.
 *
 * @throws ApiError
 */
export async function readApp(clientId: string, { client, app, etag }: Source, signal: AbortSignal): Promise<ReadApp> {
  if (app?.client_id === clientId && (etag !== undefined || !client)) return { app, etag: etag ?? null }
  if (!client) throw new ApiError('not_found', 0)
  return await fetchApp(client, clientId, signal)
}

/** @throws ApiError */
export async function fetchApp(client: ApiClient, clientId: string, signal?: AbortSignal): Promise<ReadApp> {
  const request = { params: { client_id: clientId }, ...(signal && { signal }) }
  const { data, etag } = await client.call('getApp', request)
  return { app: data, etag }
}
