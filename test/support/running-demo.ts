import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createDemo, type Demo } from '../../demo/server.js'
import { urlOf, type TestDatabase } from './databases.js'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** The demo within the test's own process: its API and its pages, without the elements having to be built. */
export class RunningDemo {
  private constructor(
    readonly demo: Demo,
    readonly server: Server,
    readonly url: string,
  ) {}

  static async start(database: TestDatabase): Promise<RunningDemo> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(typeof address === 'object' && address)
    const origin = `http://127.0.0.1:${address.port}`
    const demo = await createDemo({ origin, databaseUrl: urlOf(database), rateLimits: false, logger: silent })
    server.on('request', demo.app)
    return new RunningDemo(demo, server, `${origin}/`)
  }

  /** A call to a portal as somebody, or as nobody. */
  async call(portal: string, method: string, path: string, role?: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${portal}/api/oauth-apps${path}`, {
      method,
      headers: {
        ...(role && { authorization: `Bearer demo-${role}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await this.demo.close()
  }
}
