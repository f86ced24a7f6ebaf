import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { HostProject } from '../support/host-project.js'
import { PackedPackage } from '../support/packed-package.js'
import { registersAnApp } from '../support/registers-an-app.js'

const server = new HostProject('express-5')
let packed: PackedPackage
before(async () => {
  packed = new PackedPackage()
  await server.install(packed.tarball)
})
after(async () => {
  await server.remove()
  packed.remove()
})

for (const name of ['vite-react', 'vite-vue', 'vite-svelte']) {
  describe(`${name}, before Express under a strict CSP`, () => {
    const host = new HostProject(name)
    after(() => host.remove())

    it('builds with the package, shows the list, and hears of an app in the way of its framework', async () => {
      await host.install(packed.tarball)
      await host.build()
      const pages = join(host.folder, 'dist')
      await registersAnApp(await server.start(['server.js'], { DATABASE: ':memory:', PAGES: pages }))
      await server.stop()
    })
  })
}
