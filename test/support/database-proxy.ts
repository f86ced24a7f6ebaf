import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Knex } from 'knex'
import type { TestDatabase } from './databases.js'

/** Stands before the server of a database, so that it can go away and come back. */
export class DatabaseProxy {
  readonly #sockets = new Set<Socket>()
  readonly #direct: URL
  #server: Server | undefined
  #port = 0

  private constructor(readonly database: TestDatabase) {
    const { connection } = database.config
    if (typeof connection !== 'string') throw new TypeError('A file does not go away')
    this.#direct = new URL(connection)
  }

  static async before(database: TestDatabase): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(database)
    await proxy.start()
    return proxy
  }

  /** The database as it is reached through here. */
  get config(): Knex.Config {
    const connection = new URL(this.#direct)
    connection.host = `127.0.0.1:${this.#port}`
    return { ...this.database.config, connection: connection.href }
  }

  async start(): Promise<void> {
    this.#server = createServer((client) => {
      const server = connect({ host: this.#direct.hostname, port: Number(this.#direct.port) })
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const) {
        this.#sockets.add(from)
        from.pipe(to)
        from.on('error', () => to.destroy())
        from.on('close', () => to.destroy())
      }
    })
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address !== null && typeof address === 'object') this.#port = address.port
  }

  /** Cuts every connection, and refuses new ones. */
  async stop(): Promise<void> {
    const closed = this.#server?.listening && once(this.#server, 'close')
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
    await closed
  }
}
