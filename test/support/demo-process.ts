import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const startScript = new URL('../../demo/start.ts', import.meta.url).pathname

/** The demo in a process of its own, as `npm start` runs it, with a database of its own. */
export class DemoProcess {
  readonly #child: ChildProcess
  readonly #output: string[] = []
  url = ''

  private constructor(
    readonly folder: string,
    databaseUrl: string,
  ) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', startScript], {
      env: {
        ...process.env,
        PORT: '0',
        CLIENT_PORT: '0',
        RATE_LIMIT: 'off',
        DATABASE_URL: databaseUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#output.push(text))
    }
  }

  /** Starts it on a free port; in `folder`, or in a new temporary one, where its database is, too, unless another is given. */
  static async start(
    folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-')),
    databaseUrl = `sqlite:${join(folder, 'demo.sqlite')}`,
  ): Promise<DemoProcess> {
    const demo = new DemoProcess(folder, databaseUrl)
    demo.url = await demo.#listening()
    return demo
  }

  /** Where the app is that one can sign in through. */
  get clientUrl(): string {
    const [, url = ''] = /sign in through: (\S+)/.exec(this.log) ?? []
    return url
  }

  /** As browsers have it in their address bar, and the authorization servers in what they issue. */
  get origin(): string {
    return new URL(this.url.replace('127.0.0.1', 'localhost')).origin
  }

  /** All that it wrote to its standard output and error. */
  get log(): string {
    return this.#output.join('')
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** An authenticated call to a portal, as a program makes it. */
  async api(path: string, init: RequestInit = {}, role = 'member', portal = 'docspace'): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer demo-${role}`)
    return fetch(`${this.url}${portal}/api/oauth-apps${path}`, { ...init, headers })
  }

  /** Ends it, by the signal that an operator would use, or as a crash. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const exit = once(this.#child, 'exit')
    this.#child.kill(signal)
    await exit
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #listening(): Promise<string> {
    const { stdout } = this.#child
    const found = new Promise<string>((resolve) => {
      stdout?.on('data', () => {
        const [, url] = /demo: (\S+)\s[^]*sign in through: \S+\s/.exec(this.log) ?? []
        if (url) resolve(url.replace('localhost', '127.0.0.1'))
      })
    })
    const died = once(this.#child, 'exit').then(() => {
      throw new Error(`The demo ended before it listened:\n${this.log}`)
    })
    return Promise.race([found, died])
  }
}
