import type { Policy } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import type { VisibilityFilter } from './app-store.js'

/**
 * What a principal may see, as conditions.
 *
 * @throws TypeError when the policy gives a condition that says nothing, or something else than strings: what does not narrow
 *   lets everything through.
 */
export function visibilityFilter(policy: Policy, principal: Principal): VisibilityFilter {
  const visible = policy.visible(principal)
  if (visible === 'all') return visible
  const conditions = isList(visible) ? visible : [visible]
  if (conditions.every(isCondition)) return conditions
  throw new TypeError(
    "policy.visible() gave a condition without members, or with something else than strings in them; to show every app it has to return 'all'",
  )
}

function isCondition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const organizations = 'organizations' in value ? value.organizations : undefined
  const createdBy = 'created_by' in value ? value.created_by : undefined
  if (organizations === undefined && createdBy === undefined) return false
  return (
    (organizations === undefined || isListOfStrings(organizations)) &&
    ['string', 'undefined'].includes(typeof createdBy)
  )
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value)
}
