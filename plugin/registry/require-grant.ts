import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { TokenGrant } from '../tokens.js'
import { listTokenGrants } from './ask-grants.js'
import type { RegistryContext } from './registry-context.js'

/**
 * A grant of the caller's own. Of somebody else's it says the same as of none at all.
 *
 * @throws ProblemError `not_found` or `unavailable`.
 */
export async function requireGrant(
  context: RegistryContext,
  principal: Principal,
  grantId: string,
): Promise<TokenGrant> {
  const { items } = await listTokenGrants(context, { userId: principal.id, grantId }, { limit: 1 })
  return items[0] ?? refuseUnknownGrant()
}

export function refuseUnknownGrant(): never {
  throw new ProblemError('not_found', { detail: 'You have allowed nothing with this ID, or have revoked it.' })
}
