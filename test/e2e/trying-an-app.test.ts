import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'
import { openBrowser, PortalPage } from '../support/portal-page.js'
import { runSnippet, tokenIn } from '../support/run-snippet.js'

class TryItPage extends PortalPage {
  static override async open(demo: DemoProcess, portal: string): Promise<TryItPage> {
    return new TryItPage(...(await openBrowser({ url: `${demo.origin}/` }, portal)))
  }

  get details(): Locator {
    return this.page.locator('oauth-app-details')
  }

  get section(): Locator {
    return this.page.locator('oauth-app-try-it')
  }

  part(name: string): Locator {
    return this.section.getByRole('region', { name, exact: true })
  }

  async goToApp(name: string): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click()
    await this.details.getByRole('button', { name: 'Try it' }).click()
    await this.part('Examples').waitFor()
  }

  /** What a button copies, as it comes out of the clipboard. */
  async copy(label: string): Promise<string> {
    const button = this.section.getByRole('button', { name: label, exact: true })
    await button.click()
    await this.section.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Allows what a page asks for that was opened, and answers where the app wanted its user. */
  async allow(address: string, callback: string): Promise<URL> {
    const page = await this.context.newPage()
    const arrival = page.waitForRequest((request) => request.url().startsWith(callback))
    await page.goto(address)
    await Promise.race([arrival, page.getByRole('button', { name: 'Allow' }).click()])
    const answer = new URL((await arrival).url())
    // A page that is closed on its way to another is now and then never said to be closed.
    await page.waitForURL(({ origin }) => origin === answer.origin)
    await page.close()
    return answer
  }
}

for (const [portal, title] of [
  ['docspace', 'DocSpace'],
  ['dnsimple', 'DNSimple'],
] as const) {
  describe(`SQLite: a developer who tries an app of ${title}`, () => {
    let demo: DemoProcess
    let page: TryItPage
    let secret: string
    let callback: string
    let token = ''
    before(async () => {
      demo = await DemoProcess.start()
      callback = `${new URL(demo.clientUrl).origin}/${portal}/callback`
      const { client_name, client_uri } = exampleApp
      const more = portal === 'docspace' && { ...exampleApp, icon: await exampleIconUrl(), scopes: ['files:write'] }
      const created = await demo.api(
        '/apps',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ client_name, client_uri, ...more, redirect_uris: [callback] }),
        },
        'member',
        portal,
      )
      assert.equal(created.status, 201)
      secret = ((await created.json()) as { client_secret: string }).client_secret
      page = await TryItPage.open(demo, portal)
      await page.page.evaluate(() => {
        // As the sign-in of the demo has it: who registered the app.
        return fetch('/sign-in', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ role: 'member' }),
        })
      })
      await page.page.reload()
      await page.goToApp(exampleApp.client_name)
    })
    after(async () => {
      await page.close()
      await demo.remove()
    })

    async function me(bearer: string): Promise<{ status: number; text: string }> {
      const response = await fetch(`${demo.origin}/${portal}/api/v1/me`, {
        headers: { authorization: `Bearer ${bearer}` },
      })
      return { status: response.status, text: await response.text() }
    }

    it('gets a token by keyboard alone, and calls the API with it in their own name', async () => {
      await page.section.getByRole('combobox').focus()
      await page.page.keyboard.press('Tab')
      await page.page.keyboard.press('Enter')
      await page.part('Access token').getByText('It is shown only now.').waitFor()
      assert.deepEqual(await axeViolations(page.page), [])
      await page.page.keyboard.press('Tab')
      await page.page.keyboard.press('Enter')
      await page.section.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
      token = await page.page.evaluate(() => navigator.clipboard.readText())
      const { status, text } = await me(token)
      assert.equal(status, 200, text)
      assert.match(text, /Mia Member/)
      if (portal === 'docspace') assert.match(text, /files:read/)
    })

    it('sees in the activity that they got it, and themselves among the users', async () => {
      await page.details.getByText('Mia Member got a temporary access token to try the API.').waitFor()
      await page.details.locator('.user').getByText('Mia Member').waitFor()
    })

    it('sees it die when all tokens are revoked, in the page and at the API', async () => {
      await page.details.locator('.revoke-users').click()
      await page.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Revoke all (user )?tokens$/ })
        .click()
      await page.part('Access token').getByRole('button', { name: 'Get a token' }).waitFor()
      assert.equal((await me(token)).status, 401)
    })

    it('leaves no trace of a token that was put away', async () => {
      await page.part('Access token').getByRole('button', { name: 'Get a token' }).click()
      const again = await page.copy('Copy the access token')
      assert.ok((await page.everything()).includes(again))
      await page.part('Access token').getByRole('button', { name: 'Done' }).click()
      await page.part('Access token').getByRole('button', { name: 'Get a token' }).waitFor()
      const storage = await page.page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))
      const said = (await page.everything()) + storage + demo.log
      assert.ok(!said.includes(again))
    })

    it('signs in by the link, and exchanges the code with the command of the page', async () => {
      const [address, verifier] = [await page.copy('Copy the link'), await page.copy('Copy the code verifier')]
      const answer = await page.allow(address, callback)
      const variables = { CLIENT_SECRET: secret, CODE: answer.searchParams.get('code') ?? '', CODE_VERIFIER: verifier }
      const run = await runSnippet('curl', await page.copy('Copy the example'), variables)
      assert.match((await me(tokenIn(run))).text, /Mia Member/)
    })

    it('signs in with the Node.js program of the page', async () => {
      await page.section.getByRole('radio', { name: 'curl' }).focus()
      await page.page.keyboard.press('ArrowRight')
      const code = await page.copy('Copy the example')
      const signIn = async (address: string) => (await page.allow(address, callback)).href
      const run = await runSnippet('Node.js', code, { CLIENT_SECRET: secret }, signIn)
      assert.match((await me(tokenIn(run))).text, /Mia Member/)
      assert.deepEqual(await axeViolations(page.page), [])
    })
  })
}
