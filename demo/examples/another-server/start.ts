import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../database.js'
import { ensureBuild } from '../../ensure-build.js'
import { createOtherServer } from './other-server/create-other-server.js'
import { createProduct } from './product.js'

ensureBuild()
const port = Number(process.env['PORT'] ?? 4100)
const otherPort = Number(process.env['OTHER_PORT'] ?? 4101)
const issuer = `http://localhost:${otherPort}`

/** These live as long as this process, as do the other server's clients: a product keeps them with its other secrets. */
const [initialAccessToken, adminToken, sealKey] = [random(), random(), random()]
const folder = mkdtempSync(join(tmpdir(), 'another-server-'))
const knex = openSqlite(join(folder, 'product.sqlite'))
const other = createServer(createOtherServer({ issuer, initialAccessToken, adminToken })).listen(otherPort)
const product = await createProduct({
  knex,
  otherServer: issuer,
  initialAccessToken,
  adminToken,
  sealKey,
})
const server = createServer(product.site).listen(port)
console.log(`A product with the kit: http://localhost:${port}/`)
console.log(`The other server: ${issuer}/.well-known/openid-configuration`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const one of [server, other]) {
      one.close()
      one.closeAllConnections()
    }
    void product
      .close()
      .then(() => knex.destroy())
      .then(() => {
        rmSync(folder, { recursive: true })
      })
  })
}

function random(): string {
  return randomBytes(32).toString('base64')
}
