import type { AppRecord } from './app-record.js'
import { honours, type HonouredFor } from './honours.js'
import type { RegistryContext } from './registry-context.js'

/** An app that works for them, for whoever has to honour it: nobody's permission is asked. */
export async function findClient(
  { store }: Pick<RegistryContext, 'store'>,
  clientId: string,
  who: HonouredFor = 'everybody',
): Promise<AppRecord | null> {
  const app = await store.findApp(clientId, 'all')
  return app && honours(app, who) ? app : null
}
