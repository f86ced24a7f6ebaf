import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { findClient } from './find-client.js'
import type { RegistryContext } from './registry-context.js'
import type { PublicAppRecord } from './registry.js'

/**
 * What a consent screen shows of an app, to anybody. Of a disabled app, a deleted one and none at all it says the same.
 *
 * @throws ProblemError `not_found`.
 */
export async function getPublicApp(context: RegistryContext, clientId: string): Promise<PublicAppRecord> {
  const app = await findClient(context, clientId)
  if (!app) throw new ProblemError('not_found', { detail: 'There is no enabled app with this client ID.' })
  return { app, publisher: await publisherOf(context, app) }
}

/** The organisation by the name that its app's owner knows it by; whoever owns an app of none publishes it themselves. */
async function publisherOf(
  { findPrincipal, logger }: Pick<RegistryContext, 'findPrincipal' | 'logger'>,
  { client_id, organization_id, created_by }: AppRecord,
): Promise<PublicAppRecord['publisher']> {
  if (organization_id === null) return { name: created_by.name }
  try {
    const owner = await findPrincipal?.(created_by.id)
    const organization = owner?.organizations.find(({ id }) => id === organization_id)
    return organization ? { name: organization.name } : null
  } catch (err) {
    // Who publishes an app is good to know, and no reason to say nothing of it.
    logger.warn({ client_id, err }, 'app.publisher_unknown')
    return null
  }
}
