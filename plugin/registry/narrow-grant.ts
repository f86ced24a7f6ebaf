import type { FieldFault } from '../contract/faults.js'
import { expandScopes } from '../contract/scopes.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { TokenGrant } from '../tokens.js'
import { askTokens } from './ask-tokens.js'
import { describeGrants } from './describe-grants.js'
import type { RegistryContext } from './registry-context.js'
import type { GrantRecord, Registry } from './registry.js'
import { refuseUnknownGrant, requireGrant } from './require-grant.js'

/**
 * Takes scopes away from what the caller allowed an app. What stays keeps what it implies, as when it was granted: who
 * leaves Write leaves Read.
 *
 * @returns the grant as the authority has it then.
 * @throws ProblemError `not_found`, `invalid_input`, or `unavailable` where it is not certain that it was narrowed.
 */
export async function narrowGrant(
  context: RegistryContext,
  principal: Principal,
  grantId: string,
  { members: { scopes }, faults }: Parameters<Registry['narrowGrant']>[2],
): Promise<GrantRecord> {
  const grant = await requireGrant(context, principal, grantId)
  const errors = [...faults, ...(scopes ? judge(grant, scopes) : [])]
  if (scopes === undefined || errors.length > 0) throw new ProblemError('invalid_input', { errors })
  const kept = new Set([...scopes, ...expandScopes(context.rules.scopes, scopes)])
  const left = grant.scopes.filter((scope) => kept.has(scope))
  if (left.length < grant.scopes.length) {
    await askTokens(context, async (tokens) => tokens.narrow(grantId, left))
    context.logger.info({ grant_id: grantId, user_id: principal.id, scopes: left }, 'grant.narrowed')
  }
  const [record] = await describeGrants(context, [await requireGrant(context, principal, grantId)])
  return record ?? refuseUnknownGrant()
}

/** To take everything away is to revoke, which is another request. */
function judge({ scopes: granted }: TokenGrant, scopes: readonly string[]): FieldFault[] {
  if (scopes.length === 0 && granted.length > 0) return [{ pointer: '/scopes', code: 'scope_required' }]
  return scopes.flatMap((scope, index): FieldFault[] =>
    granted.includes(scope) ? [] : [{ pointer: `/scopes/${index}`, code: 'not_allowed', allowed: granted }],
  )
}
