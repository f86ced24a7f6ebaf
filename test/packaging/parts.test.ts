import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumLaunchOptions } from '../support/chromium.js'
import { bundle, type HostBundle } from '../support/host-bundle.js'
import { PackedPackage } from '../support/packed-package.js'

describe('A page of a host that splits its code, under a strict CSP', () => {
  let packed: PackedPackage
  let host: HostBundle
  let server: Server
  let browser: Browser
  let page: Page
  /** Files that a deploy has taken away. */
  let gone: readonly string[] = []
  const asked: string[] = []

  before(async () => {
    packed = new PackedPackage()
    host = await bundle(packed.project, "import 'oauth-app-kit/oauth-apps/define'")
    const files = new Map([...host.first, ...partFiles()].map(({ name, contents }) => [basename(name), contents]))
    const [entry = ''] = host.first.map(({ name }) => basename(name))
    server = createServer(({ url = '' }, response) => {
      const name = url.slice(1)
      const code = gone.includes(name) ? undefined : files.get(name)
      asked.push(name)
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'")
      if (url === '/') {
        response.setHeader('content-type', 'text/html')
        response.end(`<!doctype html><html lang="en"><title>Host</title>
          <script type="module" src="/${entry}"></script><oauth-apps></oauth-apps></html>`)
      } else if (code) response.setHeader('content-type', 'text/javascript').end(code)
      else response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.locator('oauth-app-list').waitFor()
  })
  after(async () => {
    await browser.close()
    server.close()
    packed.remove()
  })

  function partFiles() {
    return host.parts.get('oauth-app-form') ?? []
  }

  it('asks for the form when the page goes to it, says when it is gone, and shows it when it is there again', async () => {
    const names = partFiles().map(({ name }) => basename(name))
    assert.deepEqual(
      asked.filter((name) => names.includes(name)),
      [],
    )
    gone = names
    await page.evaluate(() => {
      const apps = document.querySelector('oauth-apps')
      if (apps) apps.view = { view: 'create' }
    })
    await page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded.' }).waitFor()

    gone = []
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('oauth-app-form:defined').waitFor()
    assert.deepEqual(
      names.filter((name) => !asked.includes(name)),
      [],
    )
  })
})
