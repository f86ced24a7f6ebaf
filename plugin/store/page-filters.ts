import type { Knex } from 'knex'
import type { AppPageQuery } from '../registry/app-store.js'
import type { Dialect } from './dialect.js'
import { searchTerms } from './fold-text.js'
import type { PageBranch } from './page-branches.js'
import { pageIndex } from './page-index.js'
import { joined, sql, verbatim, type Sql } from './sql.js'
import { tablesOf, type Tables } from './tables.js'

/** A filter that an index of its own can answer: by the apps that pass it, if they are few, or else app by app. */
export interface PageFilter {
  /** Selects their client IDs; some of them may be there twice, or belong to somebody else. */
  passing(branch: PageBranch): Sql
  /** Of the row `app`. */
  readonly holds: Sql
}

/** The last character there is, and no character of any text: what begins with a word is less than the word with it. */
const beyond = '\u{10FFFF}'

export function pageFilters(knex: Knex, dialect: Dialect, query: AppPageQuery): PageFilter[] {
  const table = tablesOf(knex)
  const filters = searchTerms(query.q ?? '').map((term): PageFilter => {
    const words = verbatim(table('words'))
    const begins = sql`word >= ${term} AND word < ${term + beyond}`
    return {
      passing: (branch) => sql`SELECT client_id FROM ${words} WHERE ${joined([...ofBranch(branch), begins], ' AND ')}`,
      holds: has(sql`${words} WHERE client_id = app.client_id AND ${begins}`),
    }
  })
  if (query.secretEnds) {
    const { after, until } = query.secretEnds
    const secrets = verbatim(table('secrets'))
    const ends = sql`expires_at > ${after} AND expires_at <= ${until}`
    filters.push({
      passing: () => sql`SELECT client_id FROM ${secrets} WHERE ${ends}`,
      holds: has(sql`${secrets} WHERE client_id = app.client_id AND ${ends}`),
    })
  }
  if (query.status === 'deleted') {
    const { deletedSince = 0 } = query
    filters.push({
      passing: () => sql`SELECT client_id FROM ${verbatim(table('apps'))} WHERE deleted_at > ${deletedSince}`,
      holds: sql`app.deleted_at > ${deletedSince}`,
    })
  }
  // In the order of their last use, they are where the walk begins or ends.
  if (query.unusedSince !== undefined && query.sort !== 'last_used_at') {
    const unused = sql`last_used_at < ${query.unusedSince}`
    filters.push({
      passing: (branch) => {
        const index = pageIndex(branch, { sort: 'last_used_at' })
        const apps = verbatim(appsBy(dialect, table, index))
        return sql`SELECT client_id FROM ${apps} WHERE ${joined([...ofBranch(branch), unused], ' AND ')}`
      },
      holds: sql`app.${unused}`,
    })
  }
  return filters
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

/** The table of apps, to be read by this one of its indexes. */
export function appsBy(dialect: Dialect, tables: Tables, index: string | undefined, alias = ''): string {
  const apps = tables('apps')
  return `${apps}${alias}${index === undefined ? '' : dialect.useIndex(`${apps}_${index}`)}`
}

/** Not EXISTS, which a database may turn into a join that reads every word: one value is looked up for each app. */
function has(rows: Sql): Sql {
  return sql`(SELECT 1 FROM ${rows} LIMIT 1) IS NOT NULL`
}
