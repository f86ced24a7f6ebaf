import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HostProject } from '../support/host-project.js'
import { PackedPackage } from '../support/packed-package.js'
import { registersAnApp } from '../support/registers-an-app.js'

const start = ['node_modules/next/dist/bin/next', 'start', '-p', '0']

describe('next, which renders on the server', () => {
  const server = new HostProject('express-5')
  const host = new HostProject('next')
  let packed: PackedPackage
  before(async () => {
    packed = new PackedPackage()
    await server.install(packed.tarball)
  })
  after(async () => {
    await host.remove()
    await server.remove()
    packed.remove()
  })

  it('sends the tag, wakes it up without a complaint, and hears of an app that is registered', async () => {
    await host.install(packed.tarball)
    const api = await server.start(['server.js'], { DATABASE: ':memory:' })
    await host.build({ API: api })
    const origin = await host.start(start, { API: api })
    assert.match(await (await fetch(origin)).text(), /<oauth-apps/)
    await registersAnApp(origin)
  })
})
