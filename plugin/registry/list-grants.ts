import type { Principal } from '../principal.js'
import { listTokenGrants } from './ask-grants.js'
import { readGrantQuery, writeGrantCursor } from './grant-query.js'
import { describeGrants } from './describe-grants.js'
import type { RegistryContext } from './registry-context.js'
import type { GrantRecordPage, Registry } from './registry.js'

/**
 * One page of what the caller allowed apps, newest first: also those that are disabled or deleted.
 *
 * @throws ProblemError `invalid_input`, or `unavailable` where the authorization server does not say.
 */
export async function listGrants(
  context: RegistryContext,
  principal: Principal,
  submission: Parameters<Registry['listGrants']>[1],
): Promise<GrantRecordPage> {
  const { items, next_cursor } = await listTokenGrants(context, { userId: principal.id }, readGrantQuery(submission))
  return { items: await describeGrants(context, items), next_cursor: writeGrantCursor(next_cursor) }
}
