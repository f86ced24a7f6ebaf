import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Knex } from 'knex'

const script = new URL('authorization-process.ts', import.meta.url).pathname

/** A node of a host in a process of its own, with apps, an authorization server and an API. */
export class HostProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  static async start(config: Knex.Config): Promise<HostProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const died = once(child, 'exit').then(() => Promise.reject(new Error('The process ended before it listened')))
    const [origin] = (await Promise.race([once(child.stdout, 'data'), died])) as unknown[]
    return new HostProcess(child, String(origin).trim())
  }

  /** A call to the management API, as the developer. */
  async manage(method: string, path: string, body?: object): Promise<Record<string, string>> {
    const response = await fetch(`${this.origin}/api/oauth-apps${path}`, {
      method,
      headers: { Authorization: 'Bearer developer', 'Content-Type': 'application/json', 'If-Match': '*' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, string>)
  }

  /** To an endpoint of the authorization server. */
  post(path: string, body: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.origin}/oauth${path}`, { method: 'POST', headers, body: new URLSearchParams(body) })
  }

  get(path: string, token?: string): Promise<Response> {
    const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    return fetch(this.origin + path, { headers, redirect: 'manual' })
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const exit = once(this.child, 'exit')
    this.child.kill()
    await exit
  }
}
