import type { AppListQuery } from '../../plugin/contract/app-list.js'
import type { AppSort, AppStatus } from '../../plugin/contract/app-values.js'

/** `deleted` are the apps that can still be restored, `pending` all of which anything waits for approval: new ones, and changes. */
export type ListStatus = AppStatus | 'deleted'

/** What the list is narrowed to, and its order, by the names of the list's properties; a host may keep it in its address. */
export interface AppListFilter {
  readonly q: string
  readonly status: ListStatus | undefined
  readonly sort: AppSort
  readonly organizationId: string | undefined
  readonly createdBy: string | undefined
  readonly unusedForDays: number | undefined
  readonly secretExpiresWithinDays: number | undefined
}

export const defaultSort: AppSort = '-created_at'

/** Narrowed to nothing; the order is not part of it. */
export const everyApp: Omit<AppListFilter, 'sort'> = {
  q: '',
  status: undefined,
  organizationId: undefined,
  createdBy: undefined,
  unusedForDays: undefined,
  secretExpiresWithinDays: undefined,
}

export function isNarrowed({ sort: _, ...filter }: AppListFilter): boolean {
  return filter.q !== '' || Object.values({ ...filter, q: undefined }).some((value) => value !== undefined)
}

/** How the API takes it. */
export function queryOf(filter: AppListFilter): AppListQuery {
  return {
    q: filter.q,
    ...(filter.status === 'pending' ? { review: filter.status } : { status: filter.status }),
    sort: filter.sort,
    organization_id: filter.organizationId,
    created_by: filter.createdBy,
    unused_for_days: filter.unusedForDays,
    secret_expires_within_days: filter.secretExpiresWithinDays,
  }
}
