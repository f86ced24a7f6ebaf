import type { Config } from '../contract/config.js'
import { isNamed, type Principal } from '../principal.js'
import { askHost } from './ask-host.js'
import type { RegistryContext } from './registry-context.js'
import { visibilityFilter } from './visibility-filter.js'

/**
 * The organisations that the principal can narrow the list to beside their own, as the host knows them: for whoever sees
 * all apps, and `undefined` for others. A host that does not answer is no reason to answer nothing.
 */
export async function listOrganizations(
  { findOrganizations, policy, logger }: Pick<RegistryContext, 'findOrganizations' | 'policy' | 'logger'>,
  principal: Principal,
): Promise<Config['organizations']> {
  if (!findOrganizations || visibilityFilter(policy, principal) !== 'all') return undefined
  try {
    const found: unknown = await askHost('findOrganizations', async () => findOrganizations(principal))
    if (!Array.isArray(found) || !found.every(isNamed)) {
      throw new TypeError('findOrganizations() must return a list of { id, name }')
    }
    return found.map(({ id, name }) => ({ id, name }))
  } catch (err) {
    logger.warn({ actor_id: principal.id, err }, 'config.organizations_unknown')
    return undefined
  }
}

/** Whether there may be apps of others among those that the principal sees. */
export function seesOthers({ policy }: Pick<RegistryContext, 'policy'>, principal: Principal): boolean {
  const visible = visibilityFilter(policy, principal)
  if (visible === 'all') return true
  return visible.some(
    ({ created_by, organizations }) => created_by !== principal.id && (!organizations || organizations.length > 0),
  )
}
