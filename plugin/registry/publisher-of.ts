import type { AppRecord } from './app-record.js'
import type { RegistryContext } from './registry-context.js'
import type { PublicAppRecord } from './registry.js'

/** The organisation by the name that its app's owner knows it by; whoever owns an app of none publishes it themselves. */
export async function publisherOf(
  { findPrincipal, logger }: Pick<RegistryContext, 'findPrincipal' | 'logger'>,
  { client_id, organization_id, created_by }: Pick<AppRecord, 'client_id' | 'organization_id' | 'created_by'>,
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
