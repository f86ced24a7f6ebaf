import type { AppPageQuery } from '../registry/app-store.js'
import type { PageBranch } from './page-branches.js'

const ordersOf = { created_at: 'created', client_name: 'name', updated_at: 'updated', last_used_at: 'used' } as const

/** Which index holds the apps of a branch in the order of a page; `undefined` where none does, so that some are sorted. */
export function pageIndex(
  branch: PageBranch,
  { sort, status }: Pick<AppPageQuery, 'sort' | 'status'>,
): string | undefined {
  const order = ordersOf[sort]
  const named = sort === 'created_at' || sort === 'client_name'
  // Somebody's own apps are few, whichever organisation they belong to.
  if (branch.createdBy !== undefined) return named ? `by_owner_${order}` : undefined
  const [, second] = branch.organizations ?? []
  if (second !== undefined) return undefined
  const place = branch.organizations ? 'org_' : ''
  return named && status !== undefined && status !== 'deleted' ? `by_${place}status_${order}` : `by_${place}${order}`
}
