import { once } from 'node:events'
import { ensureBuild } from './ensure-build.js'
import { createDemo } from './server.js'

ensureBuild()
const port = Number(process.env['PORT'] ?? 4000)
const demo = await createDemo({
  databaseUrl: process.env['DATABASE_URL'],
  rateLimits: process.env['RATE_LIMIT'] === 'off' ? false : undefined,
})
const server = demo.app.listen(port)
server.requestTimeout = 30_000
await once(server, 'listening')
const address = server.address()
console.log(`oauth-app-kit demo: http://localhost:${typeof address === 'object' && address ? address.port : port}/`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void demo.close())
    server.closeIdleConnections()
  })
}
