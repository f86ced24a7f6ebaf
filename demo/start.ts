import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createClientApp } from './client-app/create-client-app.js'
import { ensureBuild } from './ensure-build.js'
import { createDemo } from './server.js'

ensureBuild()
const server = await listen(Number(process.env['PORT'] ?? 4000))
const clientServer = await listen(Number(process.env['CLIENT_PORT'] ?? 4001))
const origin = originOf(server)
const demo = await createDemo({
  origin,
  databaseUrl: process.env['DATABASE_URL'],
  rateLimits: process.env['RATE_LIMIT'] === 'off' ? false : undefined,
})
server.on('request', demo.app)
clientServer.on('request', createClientApp({ origin: originOf(clientServer), portals: origin }))
console.log(`oauth-app-kit demo: ${origin}/`)
console.log(`An app to sign in through: ${originOf(clientServer)}/`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clientServer.close()
    clientServer.closeIdleConnections()
    server.close(() => void demo.close())
    server.closeIdleConnections()
  })
}

/** Before anything is set up: what is set up has to know where it is. */
async function listen(port: number): Promise<Server> {
  const listening = createServer({ requestTimeout: 30_000 }).listen(port)
  await once(listening, 'listening')
  return listening
}

function originOf(listening: Server): string {
  const address = listening.address()
  if (typeof address !== 'object' || !address) throw new TypeError('The server has no port')
  return `http://localhost:${address.port}`
}
