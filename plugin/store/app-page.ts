import type { Knex } from 'knex'
import type { AppSummaryRecord } from '../registry/app-record.js'
import type { AppPageQuery, PagePosition, SortMember } from '../registry/app-store.js'
import { summaryColumns, toSummary } from './app-rows.js'
import type { AppRow, AppRowWithIcon } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import type { Dialect } from './dialect.js'
import { searchTerms, sortKey } from './fold-text.js'
import { pageBranches, type PageBranch } from './page-branches.js'
import { tablesOf } from './tables.js'

const sortColumns = {
  created_at: 'created_at',
  updated_at: 'updated_at',
  last_used_at: 'last_used_at',
  client_name: 'name_sort',
} as const satisfies Record<SortMember, keyof AppRow>

/** The last character there is, and no character of any text: what begins with a word is less than the word with it. */
const beyond = '\u{10FFFF}'

/** The apps of one page, in order: the position of the last one is where the next page begins (keyset paging). */
export async function pageOfApps(knex: Knex, dialect: Dialect, query: AppPageQuery): Promise<AppSummaryRecord[]> {
  const asked = [query.organizationId, query.createdBy, query.q]
  if (!asked.every((text = '') => isDatabaseText(text))) return []
  const walks = pageBranches(query).map((branch) => walk(knex, dialect, query, branch))
  const [only, ...others] = walks
  if (!only) return []
  const order = ordered(query)
  const page = others.length === 0 ? only : merged(knex, walks, query)
  const rows = await knex
    .from(page.as('page'))
    .join(`${tablesOf(knex)('apps')} as app`, 'app.client_id', 'page.client_id')
    .leftJoin(`${tablesOf(knex)('icons')} as icon`, 'icon.icon_id', 'app.icon_id')
    .orderBy(order.map((part) => ({ ...part, column: `app.${part.column}` })))
    .select<AppRowWithIcon[]>([...summaryColumns.map((column) => `app.${column}`), 'icon.scales'])
  return rows.map(toSummary)
}

/** Where an app stands in the order of a sort. */
export function positionOf(app: AppSummaryRecord, sort: SortMember): PagePosition {
  const value = sort === 'client_name' ? sortKey(app.client_name) : (app[sort] ?? 0)
  return { value, clientId: app.client_id }
}

function walk(knex: Knex, dialect: Dialect, query: AppPageQuery, branch: PageBranch): Knex.QueryBuilder {
  const column = sortColumns[query.sort]
  const apps = knex(tablesOf(knex)('apps')).select('client_id', column).where(whereIn(branch))
  if (query.status === 'deleted') void apps.whereNotNull('deleted_at')
  else void apps.whereNull('deleted_at')
  if (query.status && query.status !== 'deleted') void apps.where('status', query.status)
  for (const term of searchTerms(query.q ?? '')) {
    const found = knex(tablesOf(knex)('words'))
      .select('client_id')
      .where('word', '>=', term)
      .where('word', '<', term + beyond)
    void apps.whereIn('client_id', found.where(whereIn(branch)))
  }
  if (query.after) void apps.where(whereAfter(dialect, column, query.descending, query.after))
  return apps.orderBy(ordered(query)).limit(query.limit)
}

/** The first of all walks together; an app that several of them find counts once. */
function merged(knex: Knex, walks: readonly Knex.QueryBuilder[], query: AppPageQuery): Knex.QueryBuilder {
  // SQLite takes no parentheses around the parts of a union, hence a table of its own for each.
  const parts = walks.map((part, index) => knex.select('*').from(part.as(`walk_${index}`)))
  const all = knex.union(parts).as('merged')
  return knex.select('*').from(all).orderBy(ordered(query)).limit(query.limit)
}

function whereIn({ organizations, createdBy }: PageBranch): Knex.QueryCallback {
  return (query) => {
    const [only, ...others] = organizations ?? []
    if (organizations && others.length === 0 && only !== undefined) void query.where('organization_id', only)
    else if (organizations) void query.whereIn('organization_id', organizations)
    if (createdBy !== undefined) void query.where('created_by_id', createdBy)
  }
}

function whereAfter(dialect: Dialect, column: string, descending: boolean, after: PagePosition): Knex.QueryCallback {
  const operator = descending ? '<' : '>'
  return (query) => {
    if (dialect.seeksByRow) {
      void query.whereRaw(`(??, client_id) ${operator} (?, ?)`, [column, after.value, after.clientId])
      return
    }
    void query
      .where(column, operator, after.value)
      .orWhere((tie) => tie.where(column, after.value).where('client_id', operator, after.clientId))
  }
}

function ordered({ sort, descending }: AppPageQuery): { column: string; order: 'asc' | 'desc' }[] {
  const order = descending ? 'desc' : 'asc'
  return [
    { column: sortColumns[sort], order },
    { column: 'client_id', order },
  ]
}
