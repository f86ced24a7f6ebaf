import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { HostProject } from '../support/host-project.js'
import { PackedPackage } from '../support/packed-package.js'
import { registersAnApp } from '../support/registers-an-app.js'

const pages = join(import.meta.dirname, 'plain-html')
const hosts = [
  { name: 'express-4', script: 'server.cjs' },
  { name: 'express-5', script: 'server.js' },
]

let packed: PackedPackage
before(() => {
  packed = new PackedPackage()
})
after(() => packed.remove())

for (const { name, script } of hosts) {
  describe(`${name}, with a page of plain HTML under a strict CSP`, () => {
    const host = new HostProject(name)
    after(() => host.remove())

    it('installs the package, shows the list, and hears of an app that is registered', async () => {
      await host.install(packed.tarball)
      await registersAnApp(await host.start([script], { DATABASE: ':memory:', PAGES: pages }))
    })
  })
}
