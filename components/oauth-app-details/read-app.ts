import type { App } from '../../plugin/contract/app.js'
import { ApiError, type ApiClient } from '../internal/api-client.js'

/**
 * The app to show: the one that the page has read already, where that is it, or as the server has it. `undefined` where
 * none is asked for.
 *
 * @throws ApiError
 */
export async function readApp(
  client: ApiClient | undefined,
  { clientId, app }: { readonly clientId: string | undefined; readonly app: App | undefined },
  signal: AbortSignal,
): Promise<App | undefined> {
  const wanted = clientId ?? app?.client_id
  if (wanted === undefined) return undefined
  if (app?.client_id === wanted) return app
  if (!client) throw new ApiError('not_found', 0)
  const { data } = await client.call('getApp', { params: { client_id: wanted }, signal })
  return data
}
