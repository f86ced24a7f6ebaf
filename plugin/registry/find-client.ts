import type { AppRecord } from './app-record.js'
import type { RegistryContext } from './registry-context.js'

/** An enabled app, for whoever has to honour it: nobody's permission is asked. */
export async function findClient({ store }: RegistryContext, clientId: string): Promise<AppRecord | null> {
  const app = await store.findApp(clientId, 'all')
  return app?.status === 'active' ? app : null
}
