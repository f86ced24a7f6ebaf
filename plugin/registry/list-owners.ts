import type { FieldFault } from '../contract/faults.js'
import { ownersMax, ownersQueryMax, type Owners } from '../contract/ownership.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import { askHost } from './ask-host.js'
import { getReassignableApp } from './get-reassignable-app.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry } from './registry.js'
import { isSoundText } from './sound-text.js'

/**
 * To whom an app could be given, as the host knows it: their ids and names, and nothing else of what the host may say.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input` or `unavailable`.
 */
export async function listOwners(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  { members, faults }: Parameters<Registry['listOwners']>[2],
): Promise<Owners> {
  const app = await getReassignableApp(context, principal, clientId)
  const { q = '' } = members
  const errors: FieldFault[] = [...faults]
  const { length } = [...q]
  if (length > ownersQueryMax) errors.push({ pointer: '/q', code: 'text_too_long', max: ownersQueryMax, length })
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })

  if (!isSoundText(q)) return { items: [] }
  const owners: unknown = await askHost('findOwners', async () => context.findOwners?.(app.organization_id, q.trim()))
  if (!Array.isArray(owners) || !owners.every(isOwner)) {
    throw new TypeError('findOwners() must return a list of { id, name }')
  }
  return { items: owners.slice(0, ownersMax).map(({ id, name }) => ({ id, name })) }
}

function isOwner(value: unknown): value is Owners['items'][number] {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false
  return typeof value.id === 'string' && typeof value.name === 'string'
}
