import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DemoProcess } from '../support/demo-process.js'
import { databaseKinds, urlOf, type TestDatabase } from '../support/databases.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'
import type { LibraryClient } from '../support/client-libraries/client-library.js'
import { ClientSite } from '../support/client-libraries/client-site.js'
import { clientLibraries } from '../support/client-libraries/index.js'
import { openBrowser, PortalPage } from '../support/portal-page.js'

/** In which every app of these tests is registered. */
const portal = 'docspace'

/** Seconds for which an old secret works on: as few as leave time for one request. */
const overlap = 2

class AppPage extends PortalPage {
  static async of(site: ClientSite): Promise<AppPage> {
    return new AppPage(...(await openBrowser({ url: `${site.origin}/` }, '')))
  }

  async signIn(): Promise<void> {
    await this.page.goto(`${this.site.url}sign-in`)
    const allow = this.page.locator('oauth-consent').getByRole('button', { name: 'Allow' })
    const signedIn = this.page.getByRole('status').filter({ hasText: 'Signed in' })
    await allow.or(signedIn).waitFor()
    if (await allow.isVisible()) await allow.click()
    await signedIn.waitFor()
  }

  /** Calls the API from the page, as its script would; what it is answered, or `blocked` where the browser keeps that back. */
  call(address: string, accessToken: string): Promise<number | 'blocked'> {
    return this.page.evaluate(
      ([url = '', token = '']) =>
        fetch(url, { headers: { Authorization: `Bearer ${token}` } }).then(
          ({ status }) => status,
          () => 'blocked' as const,
        ),
      [address, accessToken],
    )
  }
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app that is written with`, () => {
    let database: TestDatabase
    let demo: DemoProcess
    before(async () => {
      database = await kind.create()
      demo = await DemoProcess.start(undefined, urlOf(database))
    })
    after(async () => {
      await demo.remove()
      await database.drop()
    })

    for (const library of clientLibraries) {
      describe(library.name, () => {
        let site: ClientSite
        let page: AppPage
        let app: { readonly client_id: string; readonly client_secret: string }
        before(async () => {
          site = await ClientSite.open()
          page = await AppPage.of(site)
          app = await change('POST', '/apps', {
            ...exampleApp,
            icon: await exampleIconUrl(),
            scopes: ['files:write'],
            redirect_uris: [site.redirectUri],
            allowed_origins: [site.origin],
          })
          site.client = await clientWith(app.client_secret)
        })
        after(async () => {
          await page.close()
          await site.close()
        })

        it('gets tokens when somebody allows it, and uses the API from its pages', async () => {
          await page.signIn()
          assert.equal(await callApi(), 200)
          await refresh()
          assert.equal(await callApi(), 200)
        })

        it(
          'works with its old secret for as long as that is good, and with the new one',
          { timeout: 30_000 },
          async () => {
            const { client_secret: fresh } = await change('POST', `/apps/${app.client_id}/secrets`, {
              expire_others_in: overlap,
            })
            await refresh()
            const old = site.client
            site.client = await clientWith(fresh)
            await refresh()
            assert.equal(await refusalOf(old), 401)
            await refresh()
            assert.equal(await callApi(), 200)
          },
        )

        it('loses its tokens for good when they are revoked, and may ask again', async () => {
          await change('POST', `/apps/${app.client_id}/revoke-tokens`)
          assert.equal(await callApi(), 401)
          assert.equal(await refusalOf(site.client), 400)
          await page.signIn()
          assert.equal(await callApi(), 200)
        })

        it('has tokens that rest while it is disabled, and work when it is enabled', async () => {
          await change('POST', `/apps/${app.client_id}/disable`)
          // Its origin is that of an app no more.
          assert.equal(await callApi(), 'blocked')
          assert.equal(await callApiFromServer(), 401)
          await assert.rejects(refresh(), (error) => library.statusOf(error) === 401)
          await change('POST', `/apps/${app.client_id}/enable`)
          assert.equal(await callApi(), 200)
          await refresh()
        })

        it('is nobody any more when it is deleted', async () => {
          await change('DELETE', `/apps/${app.client_id}`)
          assert.equal(await callApiFromServer(), 401)
          assert.equal(await refusalOf(site.client), 401)
          await page.page.goto(`${site.origin}/sign-in`)
          await page.page.getByText('This app is not known here').waitFor()
        })

        const api = (): string => `${demo.origin}/${portal}/api/v1/me`

        const callApi = (): Promise<number | 'blocked'> => page.call(api(), tokens().accessToken)

        async function callApiFromServer(): Promise<number> {
          return (await fetch(api(), { headers: { Authorization: `Bearer ${tokens().accessToken}` } })).status
        }

        function clientWith(clientSecret: string): Promise<LibraryClient> {
          const { redirectUri } = site
          const issuer = `${demo.origin}/${portal}/oauth`
          const setup = { issuer, clientId: app.client_id, clientSecret, redirectUri, scope: 'files:write' }
          return library.open(setup, (tokens) => (site.tokens = tokens))
        }

        function tokens() {
          return site.tokens ?? assert.fail('Nobody has signed in')
        }

        async function refresh(client = site.client): Promise<void> {
          site.tokens = await client?.refresh(tokens().refreshToken)
        }

        /** With which status new tokens are refused, once they are. */
        async function refusalOf(client: LibraryClient | undefined): Promise<number | undefined> {
          for (;;) {
            try {
              await refresh(client)
            } catch (error) {
              return library.statusOf(error) ?? assert.fail(String(error))
            }
          }
        }
      })
    }

    async function change(method: string, path: string, body?: object) {
      const init = {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }
      const response = await demo.api(path, init, 'member', portal)
      const text = await response.text()
      assert.ok(response.ok, text)
      return (text === '' ? {} : JSON.parse(text)) as { readonly client_id: string; readonly client_secret: string }
    }
  })
}
