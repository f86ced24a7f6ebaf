import type { FieldFault } from '../contract/faults.js'
import { belongsTo } from '../policy/roles.js'
import { isPrincipal, principalShape, type Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { askHost } from './ask-host.js'
import { changeApp } from './change-app.js'
import { getReassignableApp } from './get-reassignable-app.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry } from './registry.js'
import { isSoundText } from './sound-text.js'

/**
 * Gives an app to another member of its organisation, who then has it as if they had created it. Who has it already keeps
 * it, and nothing is told.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, `stale`, `quota_user` or `unavailable`.
 */
export async function reassignApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  { members, faults }: Parameters<Registry['reassignApp']>[2],
  version?: number,
): Promise<AppRecord> {
  const current = await getReassignableApp(context, principal, clientId)
  const { owner_id: ownerId } = members
  if (ownerId === undefined || faults.length > 0) throw new ProblemError('invalid_input', { errors: faults })
  // The host is asked before the transaction, which would wait for it.
  const owner = await findOwner(context, ownerId)
  requireMember(owner, current)
  if (owner.id === current.created_by.id) {
    refuseStale(current, version)
    return current
  }
  const claim = { user: owner.id }
  const request = { principal, clientId, version, claim, action: 'reassign', event: 'app.reassigned' } as const
  return changeApp(context, request, (before) => {
    // Its organisation may have become another meanwhile.
    requireMember(owner, before)
    return { ...before, created_by: { id: owner.id, name: owner.name } }
  })
}

/** Who is not known and who is of another organisation are the same fault: nobody learns who there is. */
const unknown: FieldFault = { pointer: '/owner_id', code: 'owner_unknown' }

async function findOwner({ findPrincipal }: RegistryContext, id: string): Promise<Principal> {
  const nobody = id === '' || !isSoundText(id)
  const owner: unknown = nobody ? null : await askHost('findPrincipal', async () => findPrincipal?.(id))
  if (owner === null || owner === undefined) throw new ProblemError('invalid_input', { errors: [unknown] })
  if (isPrincipal(owner)) return owner
  throw new TypeError(`findPrincipal() must return ${principalShape}, or null`)
}

function requireMember(owner: Principal, app: AppRecord): void {
  if (!belongsTo(owner, app.organization_id)) throw new ProblemError('invalid_input', { errors: [unknown] })
}
