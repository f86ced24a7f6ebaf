import type { TokenGrant } from '../tokens.js'
import { publisherOf } from './publisher-of.js'
import type { RegistryContext } from './registry-context.js'
import type { GrantRecord } from './registry.js'

/** Grants with the apps that they are for, each of which is looked up once. */
export async function describeGrants(
  context: RegistryContext,
  grants: readonly TokenGrant[],
): Promise<readonly GrantRecord[]> {
  const clientIds = [...new Set(grants.map(({ client_id }) => client_id))]
  const apps = clientIds.length > 0 ? await context.store.findGrantedApps(clientIds) : []
  const known = new Map(
    await Promise.all(
      apps.map(async (app) => [app.client_id, { app, publisher: await publisherOf(context, app) }] as const),
    ),
  )
  return grants.map((grant) => ({ grant, ...(known.get(grant.client_id) ?? { app: null, publisher: null }) }))
}
