import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumLaunchOptions } from '../../support/chromium.js'
import { mountPath } from './portal.js'
import { apiPath, openPublicApi } from './public-api.js'

type PublicApi = Awaited<ReturnType<typeof openPublicApi>>

/** What a page sees of an answer; `null` where the browser keeps it from the page. */
type Seen = { readonly status: number; readonly body: unknown; readonly challenge: string | null } | null

/** A site of its own: another port is another origin. */
class Site {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(): Promise<Site> {
    const server = createServer((_request, response) =>
      response.setHeader('Content-Type', 'text/html').end('<title>App'),
    )
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port')
    return new Site(server, `http://127.0.0.1:${address.port}`)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((closed) => this.server.close(closed))
  }
}

describe('A page in Chromium, on another port than the public API', () => {
  let api: PublicApi
  let sites: { readonly own: Site; readonly other: Site; readonly unlisted: Site }
  let browser: Browser
  let clientId: string
  before(async () => {
    api = await openPublicApi()
    sites = { own: await Site.open(), other: await Site.open(), unlisted: await Site.open() }
    const create = async (origin: string): Promise<string> => {
      const app = { client_name: 'A single-page app', token_endpoint_auth_method: 'none', allowed_origins: [origin] }
      return (await api.as('owner').post(`${mountPath}/apps`).send(app).expect(201)).body.client_id
    }
    clientId = await create(sites.own.origin)
    await create(sites.other.origin)
    browser = await chromium.launch(chromiumLaunchOptions())
  })
  after(async () => {
    await browser.close()
    await Promise.all(Object.values(sites).map((site) => site.close()))
    await api.close()
  })

  /** Calls the API from a page of the site. */
  const call = async (site: Site, method: string, token: string | null, credentials?: 'include'): Promise<Seen> => {
    const page: Page = await browser.newPage()
    try {
      await page.goto(site.origin)
      const init: RequestInit = {
        method,
        ...(token !== null && { headers: { Authorization: `Bearer ${token}` } }),
        ...(credentials && { credentials }),
      }
      return await page.evaluate(
        async ([address, options]) => {
          try {
            const answer = await fetch(address, options)
            const challenge = answer.headers.get('WWW-Authenticate')
            return { status: answer.status, body: await answer.json(), challenge }
          } catch {
            return null
          }
        },
        [`http://127.0.0.1:${api.port}${apiPath}/files`, init] as const,
      )
    } finally {
      await page.close()
    }
  }

  it('of an allowed origin uses the API with its app’s token, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const seen = await call(sites.own, method, `token-of-${clientId}`)
      assert.deepEqual(seen, { status: 200, body: { client: clientId }, challenge: null })
    }
  })

  it('of an allowed origin reads why it is refused', async () => {
    for (const token of [null, 'expired']) {
      const seen = await call(sites.own, 'GET', token)
      const refused = { status: 401, body: { error: 'invalid_token' }, challenge: 'Bearer error="invalid_token"' }
      assert.deepEqual(seen, refused)
    }
  })

  it('of another app’s origin reads nothing with this app’s token', async () => {
    assert.equal(await call(sites.other, 'GET', `token-of-${clientId}`), null)
  })

  it('of an origin that no app has does not even get a request through that takes asking first', async () => {
    const before = api.calls.length
    assert.equal(await call(sites.unlisted, 'DELETE', `token-of-${clientId}`), null)
    assert.equal(api.calls.length, before)
    assert.equal(await call(sites.unlisted, 'GET', null), null)
  })

  it('reads nothing with cookies, not even of an allowed origin', async () => {
    assert.equal(await call(sites.own, 'GET', `token-of-${clientId}`, 'include'), null)
  })
})
