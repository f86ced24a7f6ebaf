import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'
import { openBrowser, PortalPage } from '../support/portal-page.js'

interface Registered {
  readonly client_id: string
  readonly client_secret: string
}

class ClientPage extends PortalPage {
  static override async open(demo: DemoProcess, portal: string): Promise<ClientPage> {
    return new ClientPage(...(await openBrowser({ url: demo.clientUrl }, portal)))
  }

  get consent(): Locator {
    return this.page.locator('oauth-consent')
  }

  async use({ client_id, client_secret }: Registered): Promise<void> {
    await this.page.getByLabel('Client ID').fill(client_id)
    await this.page.getByLabel('Client secret').fill(client_secret)
    await this.button('Use these').click()
    await this.told('The app knows its credentials.')
  }

  async signIn(title: string): Promise<void> {
    await this.page.getByRole('link', { name: `Sign in with ${title}` }).click()
  }

  async told(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).waitFor()
  }

  /** What the API answers to the page of the app. */
  async call(): Promise<string> {
    await this.button('Call the API').click()
    const answer = this.page.getByRole('status', { name: 'Answer of the API' })
    await answer.filter({ hasText: /\d{3}|browser/ }).waitFor()
    return answer.innerText()
  }
}

for (const [portal, title] of [
  ['docspace', 'DocSpace'],
  ['dnsimple', 'DNSimple'],
] as const) {
  describe(`SQLite: an app of ${title}, from its registration to a token and back`, () => {
    let demo: DemoProcess
    let page: ClientPage
    let app: Registered
    before(async () => {
      demo = await DemoProcess.start()
      page = await ClientPage.open(demo, portal)
      const origin = new URL(demo.clientUrl).origin
      const redirect_uris = [`${origin}/${portal}/callback`]
      const body =
        portal === 'docspace'
          ? {
              ...exampleApp,
              icon: await exampleIconUrl(),
              scopes: ['files:write', 'openid'],
              allowed_origins: [origin],
              redirect_uris,
            }
          : { client_name: exampleApp.client_name, client_uri: exampleApp.client_uri, redirect_uris }
      app = await change('POST', '/apps', body)
    })
    after(async () => {
      await page.close()
      await demo.remove()
    })

    it('asks the person at the portal, who denies it', async () => {
      await page.use(app)
      await page.signIn(title)
      await page.consent.getByRole('heading', { name: new RegExp(exampleApp.client_name) }).waitFor()
      assert.deepEqual(await axeViolations(page.page), [])
      await page.consent.getByRole('button', { name: 'Deny' }).click()
      await page.told('access_denied')
    })

    it('acts for a person who allows it', async () => {
      await page.signIn(title)
      await page.consent.getByRole('button', { name: 'Allow' }).click()
      await page.told(`Signed in with ${title}.`)
      if (portal === 'docspace') {
        const answer = await page.call()
        assert.match(answer, /^200/)
        assert.match(answer, /Mia Member/)
        assert.match(answer, /files:read/)
      } else {
        assert.match(await page.call(), /^The browser kept the answer back/)
        await page.button('Call it from the server').click()
        await page.told('Mia Member')
      }
    })

    it('asks no second time, and gets new tokens', async () => {
      if (portal === 'docspace') {
        await page.signIn(title)
        await page.told(`Signed in with ${title}.`)
      }
      await page.button('Get a new token').click()
      await page.told('The app has a new token.')
    })

    if (portal === 'docspace') {
      it('is among the applications of that person, who sees what it may do', async () => {
        await page.page.goto(`${demo.origin}/docspace/authorized`)
        const grants = page.page.locator('oauth-grant-list')
        await grants.getByText(exampleApp.client_name).first().waitFor()
        await grants.getByText('View and manage all files and folders').first().waitFor()
        assert.deepEqual(await axeViolations(page.page), [])
        await page.page.goto(`${demo.clientUrl}${portal}`)
      })
    }

    it('stops with the very next request once it is disabled, and goes on once it is enabled', async () => {
      await change('POST', `/apps/${app.client_id}/disable`)
      if (portal === 'docspace') assert.match(await page.call(), /^(401|The browser)/)
      await page.signIn(title)
      await page.page
        .getByText(/not known|unknown|disabled|unavailable/i)
        .first()
        .waitFor()
      assert.ok(page.page.url().startsWith(demo.origin), 'it is a page of the portal, and no redirect')
      await change('POST', `/apps/${app.client_id}/enable`)
      await page.page.goto(`${demo.clientUrl}${portal}`)
      if (portal === 'docspace') assert.match(await page.call(), /^200/)
    })

    it('knows whom it reaches, and loses them when their tokens are revoked', async () => {
      const impact = await change('GET', `/apps/${app.client_id}/impact`)
      assert.equal(impact['users'], 1)
      await change('POST', `/apps/${app.client_id}/revoke-tokens`)
      if (portal === 'docspace') assert.match(await page.call(), /^401[^]*invalid_token/)
      await page.button('Get a new token').click()
      await page.told('invalid_grant')
    })

    async function change(method: string, path: string, body?: object) {
      const response = await demo.api(
        path,
        { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) },
        'member',
        portal,
      )
      assert.ok(response.ok, await response.clone().text())
      return (await response.json()) as Registered & Record<string, unknown>
    }
  })
}
