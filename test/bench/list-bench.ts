import { organizationAdmins } from '../../plugin/policy/organization-admins.js'
import type { AppListQuery } from '../../plugin/contract/app-list.js'
import type { DatabaseKind } from '../support/databases.js'
import { TestRegistry } from '../support/open-registry.js'
import { fillDatabase } from './fill-database.js'
import { listQueries, preparedQuery } from './list-queries.js'
import { benchNow } from './sample-apps.js'
import { markdownTable, timingOf, type Timing } from './timings.js'

const warmUp = 30
const rounds = 40
const runsOfRound = 5

/**
 * Pages of the list through the registry, at each size: the sizes take turns, so that what else the machine does slows all
 * of them alike. The ratio is that of the medians at the largest and the smallest size.
 */
export async function benchLists(kinds: readonly DatabaseKind[], sizes: readonly number[]): Promise<void> {
  const columns: string[][] = []
  for (const kind of kinds) columns.push(...(await benchKind(kind, sizes)))
  const names = listQueries.map(({ page, who, sort }) => [page, who, sort])
  const head = ['page of 20', 'of', 'sorted by', ...columns.map(([name = '']) => name)]
  const rows = names.map((name, index) => [...name, ...columns.map((column) => column[index + 1] ?? '')])
  console.log(`\nMilliseconds: median (95th percentile)\n\n${markdownTable([head, ...rows])}`)
}

/** The columns of one database: a size each, and the ratio. */
async function benchKind(kind: DatabaseKind, sizes: readonly number[]): Promise<string[][]> {
  const registries: TestRegistry[] = []
  try {
    for (const size of sizes) {
      const test = await TestRegistry.open(kind, { policy: organizationAdmins() })
      registries.push(test)
      test.now = benchNow
      const started = performance.now()
      await fillDatabase(test.knex, kind.name, size)
      console.log(`${kind.name}: ${size} apps made in ${seconds(started)} s`)
    }
    const started = performance.now()
    const timings = await measure(registries)
    console.log(`${kind.name}: ${listQueries.length} queries measured in ${seconds(started)} s`)
    const ofSizes = sizes.map((size, at) => [`${kind.name} ${size}`, ...timings.map((row) => written(row[at]))])
    const ratios = timings.map((row) => (row.at(-1)?.median ?? NaN) / (row[0]?.median ?? NaN))
    return [...ofSizes, ['ratio', ...ratios.map((ratio) => ratio.toFixed(2))]]
  } finally {
    for (const registry of registries) await registry.close()
  }
}

/** Milliseconds that one round of one query may take: what is slow is run less often. */
const patience = 100

/** For each query, its timing in each of the databases. */
export async function measure(registries: readonly TestRegistry[]): Promise<Timing[][]> {
  const timings: Timing[][] = []
  for (const listed of listQueries) {
    const queries = await Promise.all(registries.map(({ knex }) => preparedQuery(knex, listed)))
    const times = registries.map((): number[] => [])
    for (let round = 0; round <= rounds; round++) {
      for (const [index, test] of registries.entries()) {
        const query: AppListQuery = queries[index] ?? {}
        const deadline = performance.now() + patience
        for (let run = 0; run < (round === 0 ? warmUp : runsOfRound) && performance.now() < deadline; run++) {
          const started = performance.now()
          await test.list(listed.principal, query)
          if (round > 0) times[index]?.push(performance.now() - started)
        }
      }
    }
    timings.push(times.map(timingOf))
  }
  return timings
}

function written(timing: Timing | undefined): string {
  return timing ? `${timing.median.toFixed(2)} (${timing.p95.toFixed(2)})` : ''
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0)
}
