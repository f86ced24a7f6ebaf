import type { Principal } from '../principal.js'
import { listTokenGrants } from './ask-grants.js'
import { askForCount } from './ask-tokens.js'
import { getApp } from './get-app.js'
import { readGrantQuery, writeGrantCursor } from './grant-query.js'
import type { RegistryContext } from './registry-context.js'
import type { AppGrantRecordPage, Registry } from './registry.js'

/**
 * One page of who allowed an app what, newest first, and how many there are. Who uses an app is no secret to whoever may
 * end that, and nothing to anybody else who may look at it.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, or `unavailable` where the authorization server does not
 *   say.
 */
export async function listAppGrants(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Parameters<Registry['listAppGrants']>[2],
): Promise<AppGrantRecordPage> {
  await getApp(context, principal, clientId, 'revoke_tokens')
  const page = readGrantQuery(submission)
  const [{ items, next_cursor }, counts] = await Promise.all([
    listTokenGrants(context, { clientId }, page),
    askForCount(context, 'count', { clientId }),
  ])
  return { items, counts, next_cursor: writeGrantCursor(next_cursor) }
}
