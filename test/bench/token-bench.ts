import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import { sqliteKind } from '../support/databases.js'
import { markdownTable, timingOf } from './timings.js'

const connections = 10
const warmUpSeconds = 3
const roundSeconds = 4

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
 * costs is the difference between the first two, which differ in nothing else: as requests per second and, since these
 * depend on what else the machine does, as processor time for each request. Medians of all rounds.
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
  const rate = (name: Server): number => timingOf(loads[name].map((load) => load.rate)).median
  const cpu = (name: Server): number => timingOf(loads[name].map((load) => load.cpu)).median
  const row = (name: Server): string[] => [
    servers[name],
    rate(name).toFixed(0),
    `${((1 - rate(name) / rate('alone')) * 100).toFixed(1)} %`,
    `${cpu(name).toFixed(0)} µs`,
    `${((1 - cpu('alone') / cpu(name)) * 100).toFixed(1)} %`,
  ]
  console.log(`\nTokens by client_credentials, ${apps} apps, ${connections} connections, ${rounds} rounds\n`)
  const head = ['', 'requests/s', 'fewer', 'processor time', 'throughput that this costs']
  console.log(markdownTable([head, row('alone'), row('registry'), row('whole')]))
}
