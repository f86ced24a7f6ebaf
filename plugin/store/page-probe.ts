import type { Knex } from 'knex'
import type { PageBranch } from './page-branches.js'
import type { PageFilter } from './page-filters.js'
import { joined, limit, runSql, sql, type Sql } from './sql.js'

/**
 * For each branch the filter that fewest apps pass, if they are few. The database is asked to count, up to there: its own
 * estimate of how many words have a beginning may be wrong by a factor of a hundred.
 */
export async function fewest(
  knex: Knex,
  branches: readonly PageBranch[],
  filters: readonly PageFilter[],
): Promise<(PageFilter | undefined)[]> {
  if (branches.length === 0 || filters.length === 0) return []
  const counts = branches.flatMap((branch) => filters.map((filter) => countOf(filter, branch)))
  const columns = counts.map((count, index) => sql`(${count}) AS ${{ text: `count_${index}`, values: [] }}`)
  const [row = {}] = await runSql<Record<string, number | string>>(knex, sql`SELECT ${joined(columns, ', ')}`)
  return branches.map((_, branch) => {
    const passing = filters.map((filter, index) => {
      const count = Number(row[`count_${branch * filters.length + index}`])
      return count <= filter.few ? count : Infinity
    })
    const least = Math.min(...passing)
    return least === Infinity ? undefined : filters[passing.indexOf(least)]
  })
}

function countOf(filter: PageFilter, branch: PageBranch): Sql {
  return sql`SELECT COUNT(*) FROM (${filter.passing(branch)} ${limit(filter.few + 1)}) AS passing`
}
