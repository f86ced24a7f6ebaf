import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import { sqliteKind } from '../support/databases.js'
import { markdownTable, timingOf } from './timings.js'

const connections = 10
const warmUpSeconds = 3
const roundSeconds = 2

const servers = { alone: 'oidc-provider alone', registry: 'with our clients', whole: 'our server, SQLite' } as const

type Server = keyof typeof servers

interface Load {
  /** Requests per second. */
  readonly rate: number
  /** Microseconds of processor time of the server, for each request. */
  readonly cpu: number
}

interface Host {
  readonly origin: string
  readonly credentials: readonly { readonly client_id: string; readonly client_secret: string }[]
}

/**
 * Tokens by `client_credentials` from three servers, in rounds that alternate. What looking apps up and authenticating them
 * costs is the difference between the first two, which differ in nothing else: in requests per second and, since these
 * depend on what else the machine does, in processor time for each request, whose inverse is what a server can do. Shares
 * are compared within each round, and then the median of all rounds is taken.
 */
export async function benchTokens(apps: number, rounds: number): Promise<void> {
  const database = await sqliteKind.create()
  const { connection } = database.config
  const filename = typeof connection === 'object' && 'filename' in connection ? connection.filename : ''
  const script = new URL('token-host.ts', import.meta.url).pathname
  const server = spawn(process.execPath, ['--import', 'tsx', script, filename, String(apps)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const host = await listening(server.stdout)
    const names = Object.keys(servers).filter((name): name is Server => name in servers)
    const loads: Record<Server, Load[]> = { alone: [], registry: [], whole: [] }
    for (const name of names) await load(host, name, warmUpSeconds)
    for (let round = 0; round < rounds; round++) {
      // Each is first as often as the others: what a round leaves behind falls to all of them.
      for (const index of names.keys()) {
        const name = names[(index + round) % names.length] ?? 'alone'
        loads[name].push(await load(host, name, roundSeconds))
      }
    }
    report(loads, apps, rounds)
  } finally {
    server.kill()
    await once(server, 'exit')
    await database.drop()
  }
}

async function listening(output: NodeJS.ReadableStream): Promise<Host> {
  const [line] = (await once(createInterface(output), 'line')) as unknown[]
  const { port, credentials } = JSON.parse(String(line)) as { port: number; credentials: Host['credentials'] }
  return { origin: `http://127.0.0.1:${port}`, credentials }
}

async function load({ origin, credentials }: Host, name: Server, duration: number): Promise<Load> {
  const before = await cpuTime(origin)
  const { requests, non2xx, errors } = await autocannon({
    url: `${origin}/${name}/token`,
    connections,
    duration,
    requests: credentials.map(({ client_id, client_secret }) => ({
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials&scope=files%3Aread',
    })),
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${name} failed`)
  return { rate: requests.average, cpu: ((await cpuTime(origin)) - before) / requests.total }
}

async function cpuTime(origin: string): Promise<number> {
  const answer = (await (await fetch(`${origin}/cpu`)).json()) as { microseconds: number }
  return answer.microseconds
}

function report(loads: Readonly<Record<Server, readonly Load[]>>, apps: number, rounds: number): void {
  const median = (name: Server, of: (load: Load) => number): number => timingOf(loads[name].map(of)).median
  /** How much less the server can do than oidc-provider alone, in percent. */
  const less = (name: Server, of: (load: Load) => number): string => {
    const ratios = loads[name].map((load, round) => of(load) / of(loads.alone[round] ?? load))
    return `${((1 - timingOf(ratios).median) * 100).toFixed(1)} %`
  }
  const row = (name: Server): string[] => [
    servers[name],
    median(name, ({ rate }) => rate).toFixed(0),
    less(name, ({ rate }) => rate),
    `${median(name, ({ cpu }) => cpu).toFixed(0)} µs`,
    less(name, ({ cpu }) => 1 / cpu),
  ]
  console.log(`\nTokens by client_credentials, ${apps} apps, ${connections} connections, ${rounds} rounds\n`)
  const head = ['', 'requests/s', 'less', 'processor time', 'less by that']
  console.log(markdownTable([head, row('alone'), row('registry'), row('whole')]))
}
