import type { AppSort } from '../../plugin/contract/app-values.js'
import type { PageStrings } from '../locales/en.js'

/** What a list can show of an app besides its name and status, in this order. */
export const listColumns = ['created_by', 'organization', 'scopes', 'last_used', 'updated', 'created'] as const
export type ListColumn = (typeof listColumns)[number]

export const defaultColumns: readonly ListColumn[] = ['created']

/** A column that can be sorted by, and the order that people look for first. */
interface ColumnSort {
  readonly ascending: AppSort
  readonly descending: AppSort
  readonly first: 'ascending' | 'descending'
}

const sorts: Readonly<Record<string, ColumnSort>> = {
  app: { ascending: 'client_name', descending: '-client_name', first: 'ascending' },
  created: { ascending: 'created_at', descending: '-created_at', first: 'descending' },
  updated: { ascending: 'updated_at', descending: '-updated_at', first: 'descending' },
  last_used: { ascending: 'last_used_at', descending: '-last_used_at', first: 'descending' },
}

export function columnTitle(column: ListColumn, { list }: PageStrings): string {
  return {
    created_by: list.columnCreatedBy,
    organization: list.columnOrganization,
    scopes: list.columnScopes,
    last_used: list.columnLastUsed,
    updated: list.columnUpdated,
    created: list.columnCreated,
  }[column]
}

/** Those that there are, in the order of the table; what is none is passed over. */
export function knownColumns(names: readonly string[]): ListColumn[] {
  return listColumns.filter((column) => names.includes(column))
}

/** What `aria-sort` says of a column; `undefined` where it is not the one that is sorted by. */
export function sortedBy(column: string, sort: AppSort): 'ascending' | 'descending' | undefined {
  if (sort === sorts[column]?.ascending) return 'ascending'
  return sort === sorts[column]?.descending ? 'descending' : undefined
}

/** The order that a press of the column's title leads to; `undefined` where nothing can be sorted by it. */
export function nextSort(column: string, sort: AppSort): AppSort | undefined {
  const orders = sorts[column]
  const now = sortedBy(column, sort)
  if (!orders) return undefined
  if (!now) return orders[orders.first]
  return now === 'ascending' ? orders.descending : orders.ascending
}
