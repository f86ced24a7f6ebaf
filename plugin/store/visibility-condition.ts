import type { Knex } from 'knex'
import type { VisibleApps } from '../policy/policy.js'
import type { VisibilityFilter } from '../registry/app-store.js'

/** The one place where a policy's `visible` becomes SQL. */
export function whereVisible(visibility: VisibilityFilter, table: string): Knex.QueryCallback {
  return (query) => {
    if (visibility === 'all') return
    // A list without conditions, and a condition without organisations, let nothing through.
    if (visibility.length === 0) void query.whereRaw('1 = 0')
    for (const condition of visibility) void query.orWhere(whereOne(condition, table))
  }
}

function whereOne({ organizations, created_by }: VisibleApps, table: string): Knex.QueryCallback {
  return (query) => {
    if (organizations) void query.whereIn(`${table}.organization_id`, organizations)
    if (created_by !== undefined) void query.where(`${table}.created_by_id`, created_by)
  }
}
