import type { Knex } from 'knex'
import type { AppSummaryRecord } from '../registry/app-record.js'
import type { AppPageQuery, PagePosition, SortMember } from '../registry/app-store.js'
import { summaryColumns, toSummary } from './app-rows.js'
import type { AppRow, AppRowWithIcon } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import type { Dialect } from './dialect.js'
import { sortKey } from './fold-text.js'
import { pageBranches, type PageBranch } from './page-branches.js'
import { ofBranch, pageFilters, tableBy, type PageFilter } from './page-filters.js'
import { pageIndex } from './page-index.js'
import { fewest } from './page-probe.js'
import { joined, limit, runSql, sql, verbatim, type Sql } from './sql.js'
import { reviewColumns, type JoinedReview } from './review-rows.js'
import { tablesOf } from './tables.js'

const sortColumns = {
  created_at: 'created_at',
  updated_at: 'updated_at',
  last_used_at: 'last_used_at',
  client_name: 'name_sort',
} as const satisfies Record<SortMember, keyof AppRow>

const summary = verbatim(
  [...summaryColumns.map((column) => `app.${column}`), 'icon.scales', ...reviewColumns].join(', '),
)

/** The apps of one branch in the order of the page, as the rest of a statement. */
interface Walk {
  readonly from: Sql
  readonly where: Sql
  /** Whether they are met in that order, and not sorted. */
  readonly inOrder: boolean
}

/** The apps of one page, in order: the position of the last one is where the next page begins (keyset paging). */
export async function pageOfApps(knex: Knex, dialect: Dialect, query: AppPageQuery): Promise<AppSummaryRecord[]> {
  const asked = [query.organizationId, query.createdBy, query.q]
  if (!asked.every((text = '') => isDatabaseText(text))) return []
  const branches = pageBranches(query)
  const filters = pageFilters(knex, dialect, query)
  const starts = await fewest(knex, branches, filters)
  const walks = branches.map((branch, index) => walkOf(knex, dialect, query, { branch, filters, start: starts[index] }))
  const [only, ...others] = walks
  if (!only) return []
  const tables = tablesOf(knex)
  const beside = verbatim(
    `LEFT JOIN ${tables('icons')} AS icon ON icon.icon_id = app.icon_id ` +
      `LEFT JOIN ${tables('reviews')} AS review ON review.client_id = app.client_id`,
  )
  const lookUp = verbatim(dialect.lookUp(tables('apps')))
  const order = ordered(query, 'app.')
  const page =
    others.length === 0 && only.inOrder
      ? sql`SELECT ${summary} FROM ${only.from} ${beside} WHERE ${only.where} ${order} ${limit(query.limit)}`
      : sql`SELECT ${summary} FROM (${merged(walks, query)}) AS found ${lookUp} ${beside}
          WHERE app.client_id = found.client_id ${order}`
  const rows = await runSql<AppRowWithIcon & JoinedReview>(knex, page)
  return rows.map(toSummary)
}

/** Where an app stands in the order of a sort. */
export function positionOf(app: AppSummaryRecord, sort: SortMember): PagePosition {
  const value = sort === 'client_name' ? sortKey(app.client_name) : (app[sort] ?? 0)
  return { value, clientId: app.client_id }
}

function walkOf(
  knex: Knex,
  dialect: Dialect,
  query: AppPageQuery,
  { branch, filters, start }: { branch: PageBranch; filters: readonly PageFilter[]; start: PageFilter | undefined },
): Walk {
  const { status, unusedSince, after } = query
  const tables = tablesOf(knex)
  const conditions = ofBranch(branch, 'app.')
  if (status !== 'deleted') conditions.push(verbatim('app.deleted_at IS NULL'))
  if (status !== 'deleted' && status !== undefined) conditions.push(sql`app.status = ${status}`)
  // Who was used last before a time was created before it, too.
  if (unusedSince !== undefined)
    conditions.push(sql`app.last_used_at < ${unusedSince} AND app.created_at < ${unusedSince}`)
  if (after) conditions.push(beyond(dialect, query, after))
  conditions.push(...filters.filter((filter) => filter !== start).map(({ holds }) => holds))
  if (start) {
    const found = sql`(SELECT DISTINCT client_id FROM (${start.passing(branch)}) AS passing) AS found`
    const where = joined([verbatim('app.client_id = found.client_id'), ...conditions], ' AND ')
    return { from: sql`${found} ${verbatim(dialect.lookUp(tables('apps')))}`, where, inOrder: false }
  }
  const index = pageIndex(branch, query)
  const where = conditions.length === 0 ? verbatim('1 = 1') : joined(conditions, ' AND ')
  return { from: tableBy(dialect, tables, 'apps', index, ' AS app'), where, inOrder: index !== undefined }
}

/** The first of all walks together; an app that several of them find counts once. */
function merged(walks: readonly Walk[], query: AppPageQuery): Sql {
  const column = verbatim(sortColumns[query.sort])
  const parts = walks.map(
    ({ from, where }) =>
      sql`SELECT app.client_id, app.${column} FROM ${from} WHERE ${where} ${ordered(query, 'app.')} ${limit(query.limit)}`,
  )
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  // SQLite takes no parentheses around the parts of a union, hence a table of its own for each.
  const tables = parts.map((part, index) => sql`SELECT * FROM (${part}) AS ${verbatim(`walk_${index}`)}`)
  return sql`SELECT * FROM (${joined(tables, ' UNION ')}) AS merged ${ordered(query)} ${limit(query.limit)}`
}

function beyond(dialect: Dialect, { sort, descending }: AppPageQuery, { value, clientId }: PagePosition): Sql {
  const column = verbatim(`app.${sortColumns[sort]}`)
  const operator = verbatim(descending ? '<' : '>')
  if (dialect.seeksByRow) return sql`(${column}, app.client_id) ${operator} (${value}, ${clientId})`
  return sql`(${column} ${operator} ${value} OR (${column} = ${value} AND app.client_id ${operator} ${clientId}))`
}

function ordered({ sort, descending }: AppPageQuery, table = ''): Sql {
  const direction = descending ? 'DESC' : 'ASC'
  return verbatim(`ORDER BY ${table}${sortColumns[sort]} ${direction}, ${table}client_id ${direction}`)
}
