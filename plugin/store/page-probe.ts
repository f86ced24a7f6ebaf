import type { Knex } from 'knex'
import type { PageBranch } from './page-branches.js'
import type { PageFilter } from './page-filters.js'
import { joined, limit, runSql, sql, verbatim, type Sql } from './sql.js'

/**
 * For each branch the filter that fewest apps pass, if they are few. The database is asked to look, up to there: its own
 * estimate of how many words have a beginning may be wrong by a factor of a hundred.
 */
export async function fewest(
  knex: Knex,
  branches: readonly PageBranch[],
  filters: readonly PageFilter[],
): Promise<(PageFilter | undefined)[]> {
  if (branches.length === 0 || filters.length === 0) return []
  // A filter alone has nothing to be compared with, and skipping rows is cheaper than counting them.
  const probe = filters.length === 1 ? excessOf : countOf
  const probes = branches.flatMap((branch) => filters.map((filter) => probe(filter, branch)))
  const columns = probes.map((part, index) => sql`(${part}) AS ${verbatim(`found_${index}`)}`)
  const [row = {}] = await runSql<Record<string, number | string | null>>(knex, sql`SELECT ${joined(columns, ', ')}`)
  return branches.map((_, branch) => {
    const passing = filters.map((filter, index) => {
      const count = Number(row[`found_${branch * filters.length + index}`])
      return count <= filter.few ? count : Infinity
    })
    const least = Math.min(...passing)
    return least === Infinity ? undefined : filters[passing.indexOf(least)]
  })
}

/** How many apps pass, up to one too many. */
function countOf(filter: PageFilter, branch: PageBranch): Sql {
  return sql`SELECT COUNT(*) FROM (${filter.passing(branch)} ${limit(filter.few + 1)}) AS passing`
}

/** One too many, where there are so many, and else nothing. */
function excessOf(filter: PageFilter, branch: PageBranch): Sql {
  const tooMany = verbatim(String(filter.few + 1))
  return sql`SELECT ${tooMany} FROM (${filter.passing(branch)} LIMIT 1 OFFSET ${verbatim(String(filter.few))}) AS passing`
}
