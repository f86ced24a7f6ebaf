import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { de } from '../../components/locales/de.js'
import { ensureBuild } from '../../demo/ensure-build.js'
import { chromiumLaunchOptions } from '../support/chromium.js'
import { tags } from '../support/tags.js'

const html = `<!doctype html><html lang="de"><title>Host</title>
<script type="module" src="/oauth-app-kit.js"></script>${tags.map((tag) => `<${tag}></${tag}>`).join('')}</html>`

describe('The CDN file, in a page without a build and under a strict CSP', () => {
  let server: Server
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  before(async () => {
    ensureBuild()
    const code = readFileSync('dist/cdn/oauth-app-kit.js')
    server = createServer(({ url }, response) => {
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'")
      if (url === '/') response.setHeader('content-type', 'text/html').end(html)
      else if (url === '/oauth-app-kit.js') response.setHeader('content-type', 'text/javascript').end(code)
      else response.writeHead(204).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')

    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction((tag) => customElements.get(tag), tags[0])
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  it('registers every tag, and wakes the elements that the page already has', async () => {
    const asleep = await page.evaluate((names) => {
      return names.filter((name) => !document.querySelector(`${name}:defined`)?.shadowRoot)
    }, tags)
    assert.deepEqual(asleep, [])
  })

  it('speaks the language of the page', async () => {
    const words = await page.evaluate(() => document.querySelector('oauth-app-form')?.shadowRoot?.textContent)
    assert.match(words ?? '', new RegExp(de.common.loading))
  })

  it('leaves nothing in the console', () => {
    assert.deepEqual(complaints, [])
  })
})
