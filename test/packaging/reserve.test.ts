import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser } from 'playwright-core'
import { ensureBuild } from '../../demo/ensure-build.js'
import { chromiumLaunchOptions } from '../support/chromium.js'

/** What a server sends: the tag alone. All but the credentials, which take no place before they are given. */
const elements = [
  '<oauth-apps api="/api"></oauth-apps>',
  '<oauth-app-list api="/api"></oauth-app-list>',
  '<oauth-app-form api="/api"></oauth-app-form>',
  '<oauth-app-details api="/api" client-id="a"></oauth-app-details>',
  `<oauth-consent api="/api" client-id="a" request='{"scopes":["files:read"]}'></oauth-consent>`,
  '<oauth-app-webhooks api="/api"></oauth-app-webhooks>',
  '<oauth-grant-list api="/api"></oauth-grant-list>',
  '<scope-picker api="/api"></scope-picker>',
]

describe('What a server sent', () => {
  let server: Server
  let browser: Browser
  /** Until then the module of the elements is on its way. */
  let seen = Promise.resolve()

  before(async () => {
    ensureBuild()
    server = createServer(({ url = '' }, response) => {
      if (url === '/oauth-app-kit.js') {
        response.setHeader('content-type', 'text/javascript')
        void seen.then(() => response.end(readFileSync('dist/cdn/oauth-app-kit.js')))
      } else if (url === '/reserve.css') {
        response.setHeader('content-type', 'text/css').end(readFileSync('dist/reserve.css'))
      } else if (url.startsWith('/?')) {
        response.setHeader('content-type', 'text/html').end(html(new URL(url, 'http://host').searchParams))
      }
      // The API never answers: what is measured is the upgrade, and how much comes then nobody knows.
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    browser = await chromium.launch(chromiumLaunchOptions())
  })
  after(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  /** How far a page shifts (as Cumulative Layout Shift has it) while its element wakes up, and what it takes then. */
  async function upgrade(element: string, { width = 1200, reserve = true } = {}) {
    const page = await browser.newPage({ viewport: { width, height: 1000 } })
    let release = () => {}
    seen = new Promise((resolve) => (release = resolve))
    try {
      const query = new URLSearchParams({ element, ...(reserve && { reserve: '' }) })
      const { port } = server.address() as AddressInfo
      await page.goto(`http://127.0.0.1:${port}/?${query}`, { waitUntil: 'commit' })
      await page.locator('footer').waitFor()
      await page.evaluate(painted)
      release()
      await page.waitForFunction(() => document.querySelector('main > :defined'))
      await page.evaluate(painted)
      return await page.evaluate(() => ({
        shift: Number(document.documentElement.dataset['shift'] ?? 0),
        size: document.querySelector('main > *')?.getBoundingClientRect().height ?? 0,
      }))
    } finally {
      await page.close()
    }
  }

  for (const element of elements) {
    const [, tag = ''] = /<([a-z-]+)/.exec(element) ?? []
    it(`moves nothing when <${tag}> wakes up, with the reserved place`, async () => {
      const { shift, size } = await upgrade(element)
      assert.equal(shift, 0)
      assert.ok(size > 100, `<${tag}> is ${size} px high`)
    })
  }

  for (const width of [320, 400, 600]) {
    it(`moves nothing at ${width} px either`, async () => {
      const { shift } = await upgrade('<oauth-apps api="/api"></oauth-apps>', { width })
      assert.equal(shift, 0)
    })
  }

  it('moves what is below it without the reserved place', async () => {
    const { shift } = await upgrade('<oauth-apps api="/api"></oauth-apps>', { reserve: false })
    assert.ok(shift > 0)
  })

  it('takes no place where it is hidden', async () => {
    const { size } = await upgrade('<oauth-apps hidden api="/api"></oauth-apps>')
    assert.equal(size, 0)
  })
})

/** Two frames later, what was changed has been seen. */
function painted(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

function html(query: URLSearchParams): string {
  return `<!doctype html><html lang="en"><title>Host</title>
    <script>
      new PerformanceObserver((list) => {
        const { dataset } = document.documentElement
        for (const { value } of list.getEntries()) dataset.shift = Number(dataset.shift ?? 0) + value
      }).observe({ type: 'layout-shift', buffered: true })
    </script>
    ${query.has('reserve') ? '<link rel="stylesheet" href="/reserve.css">' : ''}
    <script type="module" src="/oauth-app-kit.js"></script>
    <main>${query.get('element')}</main><footer>What is below it</footer></html>`
}
