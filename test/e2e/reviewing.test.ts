import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { KeyboardUser } from '../support/keyboard.js'
import { MailboxPage } from '../support/mailbox-page.js'
import { openBrowser, PortalPage } from '../support/portal-page.js'

const name = 'Order board'

class MarketplacePage extends PortalPage {
  static override async open(demo: DemoProcess): Promise<MarketplacePage> {
    return new MarketplacePage(...(await openBrowser({ url: demo.url }, 'marketplace')))
  }

  get review(): Locator {
    return this.page.locator('oauth-app-review')
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async signInAs(role: string): Promise<void> {
    const reloaded = this.page.waitForEvent('load')
    await this.page.locator('#role').selectOption(role)
    await reloaded
  }

  async told(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).waitFor()
  }
}

describe('SQLite: a marketplace whose apps are reviewed, in a browser', () => {
  let demo: DemoProcess
  let page: MarketplacePage
  let keyboard: KeyboardUser
  before(async () => {
    demo = await DemoProcess.start()
    page = await MarketplacePage.open(demo)
    keyboard = new KeyboardUser(page.page)
  })
  after(async () => {
    await page.close()
    await demo.remove()
  })

  it('lets a developer submit an app, which waits and says so', async () => {
    await page.startRegistering()
    await page.form.getByRole('textbox', { name: /^App name/ }).fill(name)
    const redirects = page.form.getByRole('group', { name: /^Redirect URLs/ })
    await redirects.getByRole('textbox').fill(`${new URL(demo.clientUrl).origin}/marketplace/callback`)
    await redirects.getByRole('textbox').press('Enter')
    await page.form.getByRole('checkbox', { name: /^Profile/ }).check()
    await page.form.getByText('It is approved at once').waitFor()
    await page.form.getByRole('checkbox', { name: /^Orders/ }).check()
    await page.form.getByText('It waits for approval once it is submitted.').waitFor()
    assert.deepEqual(await axeViolations(page.page), [])
    await page.button('Submit for review').click()
    await page.copyAndStoreSecret()
    await page.review.getByText('Until it is approved, it works for its owner alone.').waitFor()
    assert.deepEqual(await axeViolations(page.page), [])
  })

  it('tells others at sign-in that it is not approved, and sends them nowhere', async () => {
    const { client_id } = await find()
    const address = `${demo.origin}/marketplace/oauth/authorize?${new URLSearchParams({
      client_id,
      response_type: 'code',
      redirect_uri: `${new URL(demo.clientUrl).origin}/marketplace/callback`,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })}`
    const [browser, context, visitor] = await openBrowser({ url: '' }, address)
    await visitor.getByRole('heading', { name: 'This application is not approved yet' }).waitFor()
    await context.addCookies([{ name: 'demo_role', value: 'member', url: demo.origin }])
    await visitor.goto(address)
    await visitor.getByRole('button', { name: 'Allow' }).waitFor()
    await context.addCookies([{ name: 'demo_role', value: 'owner', url: demo.origin }])
    await visitor.goto(address)
    await visitor.getByRole('heading', { name: 'This application is not approved yet' }).waitFor()
    assert.equal(new URL(visitor.url()).origin, demo.origin)
    assert.deepEqual(await axeViolations(visitor), [])
    await browser.close()
  })

  it('is found by an administrator among what waits, and approved', async () => {
    await page.signInAs('root')
    await page.button('Back to the list').click()
    await page.button('In review').click()
    await page.row(name).getByRole('button', { name, exact: true }).click()
    await page.review.getByRole('button', { name: 'Approve' }).click()
    await page.dialog.getByRole('button', { name: 'Approve' }).click()
    await page.told(`${name} is approved.`)
    await page.review.waitFor({ state: 'detached' })
    assert.equal((await find()).status, 'active')
  })

  it('keeps the approved version in force while changes wait, and shows both beside each other', async () => {
    await page.signInAs('member')
    await page.button('Edit').click()
    await page.form.getByRole('textbox', { name: /^App name/ }).fill('Order wall')
    await page.form.getByText('the approved version stays in force: App name.').waitFor()
    await page.button('Save and submit').click()
    await page.review.getByText('Until they are approved').waitFor()
    assert.match(
      (await page.review.locator('.change').innerText()).replaceAll('\n', ' '),
      /In force .*board.* Proposed .*wall/s,
    )
    assert.equal((await find()).client_name, name)
  })

  it('is rejected by keyboard alone, with a reason that the developer reads on the page and in a mail', async () => {
    await page.signInAs('root')
    await keyboard.activate(page.review.getByRole('button', { name: 'Reject' }))
    await keyboard.activate(page.dialog.getByRole('button', { name: 'Reject' }))
    await page.dialog.getByText('Say why, so that it can be mended.').waitFor()
    await page.page.keyboard.insertText('A wall is something else.')
    await keyboard.activate(page.dialog.getByRole('button', { name: 'Reject' }))
    await page.told(`${name} was rejected.`)
    assert.notEqual(await keyboard.nameOfFocus(), 'body ', 'the focus is somewhere')

    await page.signInAs('member')
    await page.review.getByText('A wall is something else.').waitFor()
    await keyboard.activate(page.review.getByRole('button', { name: 'Withdraw' }))
    await keyboard.activate(page.dialog.getByRole('button', { name: 'Withdraw' }))
    await page.review.waitFor({ state: 'detached' })
    assert.equal((await find()).client_name, name)

    const mailbox = new MailboxPage(page.page, `${demo.url}marketplace/mailbox`)
    await mailbox.open()
    await mailbox.mail('not been approved').click()
    await mailbox.frame.getByText('A wall is something else.').waitFor()
  })

  async function find(): Promise<{ client_id: string; client_name: string; status: string }> {
    const answer = await demo.api('/apps', {}, 'root', 'marketplace')
    const { items } = (await answer.json()) as { items: { client_id: string; client_name: string; status: string }[] }
    return items[0] ?? assert.fail('There is no app')
  }
})
