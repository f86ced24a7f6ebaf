import type { Knex } from 'knex'
import type { PageBranch } from './page-branches.js'
import type { PageFilter } from './page-filters.js'
import { joined, runSql, sql, type Sql } from './sql.js'

/**
 * So many apps are looked up and sorted; where more pass a filter, a walk meets twenty of them before long: of 1,000,000
 * apps, after 20,000 at the most.
 */
const few = 1000

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
  const counts = branches.flatMap((branch) => filters.map((filter) => countOf(filter.passing(branch))))
  const columns = counts.map((count, index) => sql`(${count}) AS ${{ text: `count_${index}`, values: [] }}`)
  const [row = {}] = await runSql<Record<string, number | string>>(knex, sql`SELECT ${joined(columns, ', ')}`)
  return branches.map((_, branch) => {
    const passing = filters.map((_filter, index) => Number(row[`count_${branch * filters.length + index}`]))
    const least = Math.min(...passing)
    return least <= few ? filters[passing.indexOf(least)] : undefined
  })
}

function countOf(passing: Sql): Sql {
  return sql`SELECT COUNT(*) FROM (${passing} LIMIT ${few + 1}) AS passing`
}
