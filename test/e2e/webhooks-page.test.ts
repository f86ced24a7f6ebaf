import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { chromiumLaunchOptions } from '../support/chromium.js'
import { DemoProcess } from '../support/demo-process.js'
import { KeyboardUser } from '../support/keyboard.js'

describe('SQLite: the page of webhooks, in a browser', () => {
  let demo: DemoProcess
  let browser: Browser
  let page: Page
  let secret = ''
  before(async () => {
    demo = await DemoProcess.start()
    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage()
    await page.goto(`${demo.origin}/organization/webhooks`)
  })
  after(async () => {
    await browser.close()
    await demo.remove()
  })

  const element = (): Locator => page.locator('oauth-app-webhooks')
  const button = (name: string | RegExp): Locator => element().getByRole('button', { name })
  const arrivals = (text: string): Locator => page.locator('#arrivals li', { hasText: text })

  const register = (name: string) =>
    demo.api(
      '/apps',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_name: name, scopes: ['read:user'], organization_id: 'acme' }),
      },
      'admin',
      'organization',
    )

  const storeSecret = async (): Promise<string> => {
    const shown = (await element().locator('.secret code').textContent()) ?? ''
    assert.match(shown, /^whsec_/)
    await page.locator('#secret').fill(shown)
    await page.getByRole('button', { name: 'Give it the secret' }).click()
    await page.getByText('The receiver knows it from now on.').waitFor()
    await element().getByRole('checkbox', { name: 'I have stored it' }).check()
    await button('Done').click()
    await element().locator('.secret').waitFor({ state: 'detached' })
    return shown
  }

  const choose = async (item: string): Promise<void> => {
    await button(/^More about/).click()
    await element().getByRole('menuitem', { name: item }).click()
  }

  it('takes an endpoint, and shows its secret once', async () => {
    await element().getByText('No endpoints').waitFor()
    assert.deepEqual(await axeViolations(page), [])
    await button('Add endpoint').click()
    const form = element().getByRole('dialog', { name: 'Add an endpoint' })
    const url = (await page.locator('#receiver-url').textContent()) ?? ''
    await form.getByRole('textbox', { name: 'Endpoint URL' }).fill(url)
    await form.getByRole('button', { name: 'Select all' }).click()
    await form.getByRole('button', { name: 'Add endpoint' }).click()
    secret = await storeSecret()
    assert.ok(!(await page.content()).includes(secret))
    await element()
      .getByText(/\d\d events/)
      .waitFor()
  })

  it('tells the receiver of an app that is registered, and the log has it', async () => {
    assert.equal((await register('Told of')).status, 201)
    await arrivals('app.created').getByText('The signature holds').waitFor()
    await button(/^Deliveries/).click()
    await element().locator('.delivery', { hasText: 'app.created' }).getByText('Delivered').waitFor()
    assert.deepEqual(await axeViolations(page), [])
  })

  it('sends a test', async () => {
    await button(/^Send test/).click()
    await element().getByText('The message was delivered: HTTP 204').waitFor()
    await arrivals('webhook.test').getByText('The signature holds').waitFor()
  })

  it('rotates the secret, and the receiver that knows the one before still verifies', async () => {
    await choose('Rotate secret')
    const question = element().getByRole('dialog', { name: 'Make a new signing secret?' })
    await question.getByRole('button', { name: 'Rotate secret' }).click()
    const shown = (await element().locator('.secret code').textContent()) ?? ''
    assert.notEqual(shown, secret)
    assert.equal((await register('Signed twice')).status, 201)
    await arrivals('app.created').nth(1).getByText('The signature holds').waitFor()
    await storeSecret()
    await element().getByText('The secret before signs too until').waitFor()
  })

  it('delivers once more under the same id', async () => {
    const id = (await page.locator('#arrivals li code').last().textContent()) ?? ''
    const row = element().locator(`[data-delivery-id="${id}"]`)
    await row.getByRole('button', { name: /^Redeliver/ }).click()
    await row.getByText('2 attempts').waitFor()
    await page.locator('#arrivals li', { hasText: id }).nth(1).waitFor()
  })

  it('is used with the keyboard alone: an endpoint is added and deleted', async () => {
    const user = new KeyboardUser(page)
    await user.reach(button('Add endpoint'))
    await user.press('Enter')
    const form = element().getByRole('dialog', { name: 'Add an endpoint' })
    await user.type(form.getByRole('textbox', { name: 'Endpoint URL' }), `${demo.origin}/organization/receiver?second`)
    await user.reach(form.getByRole('checkbox', { name: /app\.disabled/ }))
    await user.press('Space')
    await user.reach(form.getByRole('button', { name: 'Add endpoint' }))
    await user.press('Enter')
    await user.reach(element().getByRole('checkbox', { name: 'I have stored it' }))
    await user.press('Space')
    await user.reach(button('Done'))
    await user.press('Enter')
    const second = element().locator('.webhook', { hasText: '?second' })
    await user.reach(second.getByRole('button', { name: /^More about/ }))
    // Opens the menu at its end.
    await user.press('ArrowUp')
    await second.getByRole('menuitem', { name: 'Delete' }).waitFor()
    await user.press('Enter')
    const question = element().getByRole('dialog', { name: 'Delete this endpoint?' })
    await user.reach(question.getByRole('button', { name: 'Delete' }))
    await user.press('Enter')
    await element().getByText('The endpoint was deleted.').waitFor()
    assert.equal(await second.count(), 0)
  })

  it('is for those who manage the organization', async () => {
    await page.locator('#role').selectOption('member')
    await element().getByText('Webhooks are for owners and admins').waitFor()
    assert.deepEqual(await axeViolations(page), [])
  })
})
