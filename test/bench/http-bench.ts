import { spawn } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { organizationAdmins } from '../../plugin/policy/organization-admins.js'
import { sqliteKind } from '../support/databases.js'
import { TestRegistry } from '../support/open-registry.js'
import { fillDatabase } from './fill-database.js'
import { markdownTable, timingOf } from './timings.js'

const connections = 10
const warmUpSeconds = 3
const roundSeconds = 4

const paths = { bare: '/bare', ours: '/api/apps?limit=20' } as const

/** Requests per second of both, in rounds that alternate; the ratio is that of the medians. */
export async function benchHttp(apps: number, rounds: number): Promise<void> {
  const test = await TestRegistry.open(sqliteKind, { policy: organizationAdmins() })
  await fillDatabase(test.knex, sqliteKind.name, apps)
  await test.disconnect()
  const { connection } = test.database.config
  const filename = typeof connection === 'object' && 'filename' in connection ? connection.filename : ''
  const host = new URL('http-host.ts', import.meta.url).pathname
  const server = spawn(process.execPath, ['--import', 'tsx', host, filename], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = await once(server.stdout, 'data')
    const origin = `http://127.0.0.1:${String(line).trim()}`
    const rates = { bare: new Array<number>(), ours: new Array<number>() }
    for (const path of Object.values(paths)) await load(origin + path, warmUpSeconds)
    for (let round = 0; round < rounds; round++) {
      rates.bare.push(await load(origin + paths.bare, roundSeconds))
      rates.ours.push(await load(origin + paths.ours, roundSeconds))
    }
    const bare = timingOf(rates.bare).median
    const ours = timingOf(rates.ours).median
    console.log(`\nRequests per second, ${connections} connections, ${rounds} rounds, ${apps} apps in SQLite\n`)
    console.log(
      markdownTable([
        ['bare Express + knex', 'GET /apps?limit=20', 'ratio'],
        [bare.toFixed(0), ours.toFixed(0), `${((ours / bare) * 100).toFixed(0)} %`],
      ]),
    )
  } finally {
    server.kill()
    await once(server, 'exit')
    await test.database.drop()
  }
}

async function load(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration,
    headers: { authorization: 'Bearer amy' },
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`)
  return requests.average
}
