import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { mock } from 'node:test'

/** A web server on this machine with documents that introduce apps; they say that they are at an https address of it. */
export class DocumentServer {
  readonly #documents = new Map<string, string>()
  /** How many it has answered. */
  requests = 0

  private constructor(
    readonly server: Server,
    readonly host: string,
  ) {
    server.on('request', (request, response) => {
      this.requests++
      const document = this.#documents.get(request.url ?? '')
      response.writeHead(document === undefined ? 404 : 200, { 'Content-Type': 'application/json' }).end(document)
    })
  }

  static async open(): Promise<DocumentServer> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port')
    return new DocumentServer(server, `127.0.0.1:${address.port}`)
  }

  /** @returns the client ID of the app that it introduces. */
  publish(members: object): string {
    const path = `/apps/${this.#documents.size}.json`
    const clientId = `https://${this.host}${path}`
    this.#documents.set(path, JSON.stringify({ client_id: clientId, ...members }))
    return clientId
  }

  /**
   * Until mocks are restored, its https addresses are answered here by http, as they are where TLS ends before a server. Whoever
   * fetches from it keeps the dispatcher of theirs, which oidc-provider's guard against private addresses is.
   */
  keepGuard(): void {
    this.#serve(({ ...init }) => init)
  }

  /** As `keepGuard`, but without that guard. */
  openGuard(): void {
    this.#serve(({ dispatcher: _guard, ...init }) => init)
  }

  #serve(change: (init: RequestInit & { dispatcher?: unknown }) => RequestInit): void {
    mock.restoreAll()
    const original = globalThis.fetch
    mock.method(globalThis, 'fetch', (input: string | URL | Request, init: RequestInit = {}) => {
      const address = input instanceof Request ? input.url : String(input)
      if (!address.startsWith(`https://${this.host}/`)) return original(input, init)
      return original(address.replace('https:', 'http:'), change(init))
    })
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((closed) => this.server.close(closed))
  }
}
