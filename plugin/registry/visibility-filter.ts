import type { Policy } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import type { VisibilityFilter } from './app-store.js'

/**
 * What a principal may see, as conditions.
 *
 * @throws TypeError when the policy gives a condition that says nothing: it would let everything through.
 */
export function visibilityFilter(policy: Policy, principal: Principal): VisibilityFilter {
  const visible = policy.visible(principal)
  if (visible === 'all') return visible
  const conditions = isList(visible) ? visible : [visible]
  if (conditions.some(({ organizations, created_by }) => organizations === undefined && created_by === undefined)) {
    throw new TypeError("policy.visible() gave a condition without members; to show every app it has to return 'all'")
  }
  return conditions
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value)
}
