import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import express from 'express'
import type { ClientTokens, LibraryClient } from './client-library.js'

/** The web site of somebody else's app, on an origin of its own. */
export class ClientSite {
  /** What the app has, once somebody has signed in. */
  tokens: ClientTokens | undefined
  /** As it is set up now. */
  client: LibraryClient | undefined

  private constructor(
    readonly server: Server,
    readonly origin: string,
  ) {
    const site = express()
    site.get('/', (_request, response) => void response.send('<title>An app</title><p role="status">Welcome</p>'))
    site.get('/sign-in', (...request) => this.#client.signIn(...request))
    site.get(
      '/callback',
      (...request) => this.#client.callback(...request),
      (_request, response) => response.redirect('/signed-in'),
    )
    site.get('/signed-in', (_request, response) => {
      response.send(`<title>An app</title><p role="status">${this.tokens ? 'Signed in' : 'Nobody'}</p>`)
    })
    server.on('request', site)
  }

  static async open(): Promise<ClientSite> {
    const server = createServer().listen(0)
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port')
    return new ClientSite(server, `http://localhost:${address.port}`)
  }

  get redirectUri(): string {
    return `${this.origin}/callback`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((closed) => this.server.close(closed))
  }

  get #client(): LibraryClient {
    if (!this.client) throw new Error('The app is not set up')
    return this.client
  }
}
