import type { Knex } from 'knex'
import type { AppPageQuery } from '../registry/app-store.js'
import type { Dialect } from './dialect.js'
import { lengths, searchTerms } from './fold-text.js'
import type { PageBranch } from './page-branches.js'
import { pageIndex } from './page-index.js'
import { joined, sql, verbatim, type Sql } from './sql.js'
import { tablesOf, type TableName, type Tables } from './tables.js'

/** A filter that an index of its own can answer: by the apps that pass it, if they are few, or else app by app. */
export interface PageFilter {
  /** Selects their client IDs; some of them may be there twice, or belong to somebody else. */
  passing(branch: PageBranch): Sql
  /** So many apps are looked up and sorted; where more pass, a walk meets twenty of them before long. */
  readonly few: number
  /** Of the row `app`. */
  readonly holds: Sql
}

/**
 * Where 1,000 of 1,000,000 apps have a word, a walk meets twenty after 20,000 rows, which alone tell. For secrets and reviews it has to
 * look into a second table for each row, and of deleted apps it meets none among the others.
 */
const few = { word: 1000, unused: 1000, secret: 4000, waiting: 4000, deleted: 10_000 } as const

/** The last character there is, and no character of any text: what begins with a word is less than the word with it. */
const beyond = '\u{10FFFF}'

export function pageFilters(knex: Knex, dialect: Dialect, query: AppPageQuery): PageFilter[] {
  const tables = tablesOf(knex)
  const filters = searchTerms(query.q ?? '').map((term) => wordFilter(dialect, tables, term))
  if (query.secretEnds) filters.push(secretFilter(dialect, tables, query.secretEnds))
  if (query.waiting) filters.push(waitingFilter(dialect, tables))
  if (query.status === 'deleted') {
    // Those whose days are not over, purged or not; an index finds them.
    const resting = sql`deleted_at > ${query.deletedSince ?? 0}`
    const deleted = sql`SELECT client_id FROM ${verbatim(tables('apps'))} WHERE ${resting}`
    filters.push({ few: few.deleted, passing: () => deleted, holds: sql`app.${resting}` })
  }
  // In the order of their last use, they are where the walk begins or ends.
  if (query.unusedSince !== undefined && query.sort !== 'last_used_at') {
    filters.push(unusedFilter(dialect, tables, query.unusedSince))
  }
  return filters
}

function wordFilter(dialect: Dialect, tables: Tables, term: string): PageFilter {
  const begins = sql`word >= ${term} AND word < ${term + beyond}`
  // Most apps of a walk are passed over by their row alone, which is there, without a look-up of words. A sort key
  // that is as long as they get may lack the word.
  const likely = sql`(${verbatim(dialect.position)}(app.name_sort, ${term}) > 0 OR LENGTH(app.name_sort) >= ${lengths.sortKey}
    OR (app.client_id >= ${term} AND app.client_id < ${term + beyond}))`
  const words = verbatim(tables('words'))
  return {
    few: few.word,
    passing(branch) {
      const owner = branch.createdBy === undefined ? undefined : 'by_owner_word'
      const index = owner ?? (branch.organizations ? 'by_org_word' : 'by_word')
      const from = tableBy(dialect, tables, 'words', index)
      return sql`SELECT client_id FROM ${from} WHERE ${joined([...ofBranch(branch), begins], ' AND ')}`
    },
    holds: sql`${likely} AND ${has(sql`${words} WHERE client_id = app.client_id AND ${begins}`)}`,
  }
}

function secretFilter(
  dialect: Dialect,
  tables: Tables,
  { after, until }: { after: number; until: number },
): PageFilter {
  const ends = sql`expires_at > ${after} AND expires_at <= ${until}`
  const soon = sql`SELECT client_id FROM ${tableBy(dialect, tables, 'secrets', 'by_expiry')} WHERE ${ends}`
  const ofApp = tableBy(dialect, tables, 'secrets', 'by_app')
  return { few: few.secret, passing: () => soon, holds: has(sql`${ofApp} WHERE client_id = app.client_id AND ${ends}`) }
}

function waitingFilter(dialect: Dialect, tables: Tables): PageFilter {
  const waits = sql`status = ${'pending'}`
  const waiting = sql`SELECT client_id FROM ${tableBy(dialect, tables, 'reviews', 'by_status')} WHERE ${waits}`
  const ofApp = verbatim(tables('reviews'))
  return {
    few: few.waiting,
    passing: () => waiting,
    holds: has(sql`${ofApp} WHERE client_id = app.client_id AND ${waits}`),
  }
}

function unusedFilter(dialect: Dialect, tables: Tables, before: number): PageFilter {
  const unused = sql`last_used_at < ${before}`
  return {
    few: few.unused,
    passing(branch) {
      const from = tableBy(dialect, tables, 'apps', pageIndex(branch, { sort: 'last_used_at' }))
      return sql`SELECT client_id FROM ${from} WHERE ${joined([...ofBranch(branch), unused], ' AND ')}`
    },
    holds: sql`app.${unused}`,
  }
}

/** Whose apps a branch finds, as conditions on columns that `apps` and `words` have. */
export function ofBranch({ organizations, createdBy }: PageBranch, table = ''): Sql[] {
  const column = verbatim(`${table}organization_id`)
  const [only, ...others] = organizations ?? []
  const conditions: Sql[] = []
  if (only !== undefined && others.length === 0) conditions.push(sql`${column} = ${only}`)
  else if (organizations)
    conditions.push(
      sql`${column} IN (${joined(
        organizations.map((id) => sql`${id}`),
        ', ',
      )})`,
    )
  if (createdBy !== undefined) conditions.push(sql`${verbatim(`${table}created_by_id`)} = ${createdBy}`)
  return conditions
}

/** A table, to be read by this one of its indexes. */
export function tableBy(dialect: Dialect, tables: Tables, name: TableName, index: string | undefined, alias = ''): Sql {
  return verbatim(tables(name) + alias + (index === undefined ? '' : dialect.useIndex(`${tables(name)}_${index}`)))
}

/** Not EXISTS, which a database may turn into a join that reads every word: one value is looked up for each app. */
function has(rows: Sql): Sql {
  return sql`(SELECT 1 FROM ${rows} LIMIT 1) IS NOT NULL`
}
