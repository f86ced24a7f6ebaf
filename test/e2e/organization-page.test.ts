import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { KeyboardUser } from '../support/keyboard.js'
import { PortalPage } from '../support/portal-page.js'

describe('SQLite: the organization portal, in a browser', () => {
  let demo: DemoProcess
  let portal: PortalPage
  let user: KeyboardUser
  before(async () => {
    demo = await DemoProcess.start()
    portal = await PortalPage.open(demo, 'organization')
    user = new KeyboardUser(portal.page)
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  const scope = (name: string): Locator => portal.form.getByRole('checkbox', { name: new RegExp(name) })
  const note = (): Locator => portal.page.getByText('Owners and admins of an organization register')

  it('signs a new visitor in as an admin, who sees nothing yet and may register', async () => {
    await portal.list.getByText('No applications yet').waitFor()
    assert.equal(await portal.page.locator('#role').inputValue(), 'admin')
    assert.ok(await portal.button('Register application').first().isVisible())
    assert.ok(await note().isHidden())
  })

  it('marks the dangerous scopes, and shows what they contain', async () => {
    await portal.startRegistering()
    await assertAccessible()
    const marked = portal.form.locator('label', { hasText: 'Dangerous' })
    assert.deepEqual((await marked.locator('code').allTextContents()).sort(), ['admin:all', 'admin:organization'])
    await portal.form.getByRole('textbox', { name: /^App name/ }).fill('Directory sync')
    await scope('admin:organization').click()
    await portal.form.getByText('Included in admin:organization').first().waitFor()
    assert.ok(await scope('write:members').isChecked())
    assert.ok(!(await scope('write:user').isChecked()))
  })

  it('says what is missing, and takes one redirect URI', async () => {
    await scope('admin:organization').click()
    await portal.save()
    await portal.form.getByText('Choose at least one scope.').first().waitFor()
    await scope('admin:organization').click()
    const redirects = portal.form.getByRole('group', { name: /^Redirect URLs/ })
    await redirects.getByRole('textbox').fill('https://sync.example.com/callback')
    await redirects.getByRole('button', { name: 'Add to Redirect URLs' }).click()
  })

  it('shows the secret once, and then the app in the list', async () => {
    await portal.save()
    const secret = await portal.copyAndStoreSecret()
    assert.match(secret, /^oak_/)
    await portal.row('Directory sync').waitFor()
    assert.ok(!(await portal.everything()).includes(secret), 'the secret is still in the document')
    const listed = await demo.api('/apps', {}, 'owner', 'organization')
    const { items } = (await listed.json()) as { items: { client_name: string; scopes: string[] }[] }
    assert.deepEqual(
      items.map(({ client_name, scopes }) => ({ client_name, scopes })),
      [{ client_name: 'Directory sync', scopes: ['admin:organization'] }],
    )
  })

  it('shows members no button to register, and tells them whom to ask', async () => {
    await signInAs('member')
    await portal.list.getByText('No applications yet').waitFor()
    await note().waitFor()
    assert.equal(await portal.button('Register application').count(), 0)
    await assertAccessible()
    await signInAs('admin')
    await portal.row('Directory sync').waitFor()
    assert.ok(await note().isHidden())
  })

  it('asks those who administer several organizations for one', async () => {
    await signInAs('multi')
    await portal.startRegistering()
    const organization = portal.form.getByRole('combobox', { name: /^Organization/ })
    assert.deepEqual((await organization.locator('option').allTextContents()).slice(-2), ['Acme', 'Globex'])
    await portal.button('Back to the list').click()
    await signInAs('admin')
    await portal.row('Directory sync').waitFor()
  })

  it('leads to the reference and registers with the keyboard alone', async () => {
    await activate(portal.button('Register application').first())
    await user.type(portal.form.getByRole('textbox', { name: /^App name/ }), 'Typed only')
    await user.reach(scope('admin:all'))
    await user.press('Space')
    await activate(portal.form.getByRole('button', { name: 'Save', exact: true }))
    await portal.credentials.waitFor()
    await user.reach(portal.credentials.getByRole('checkbox', { name: 'I have stored the secret' }))
    await user.press('Space')
    await activate(portal.credentials.getByRole('button', { name: 'Done' }))
    await portal.row('Typed only').waitFor()
    await activate(portal.page.getByRole('link', { name: 'API reference' }), 'Shift+Tab')
    await portal.page.getByRole('heading', { level: 1, name: 'API reference' }).waitFor()
  })

  it('copies a command of the reference with the keyboard, and says so', async () => {
    const section = portal.page.locator('#createApp')
    await activate(portal.page.getByRole('link', { name: /createApp$/ }).first())
    assert.ok(portal.page.url().endsWith('#createApp'))
    await activate(section.getByRole('button', { name: 'Copy the command for createApp' }))
    await section.getByRole('button', { name: /^Copied/ }).waitFor()
    await portal.page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' })
    const copied = await portal.page.evaluate(() => navigator.clipboard.readText())
    assert.equal(copied, await section.locator('pre code').textContent())
    assert.ok(copied.startsWith('curl '))
    assert.ok(copied.includes(new URL('organization/api/oauth-apps/apps', demo.url).href))
  })

  for (const address of ['organization', 'organization/reference', '']) {
    for (const query of ['?lang=en&theme=light', '?lang=ar&theme=dark']) {
      it(`is accessible and fits 320 pixels at /${address}${query}`, async () => {
        await portal.page.goto(demo.url + address + query)
        if (address === 'organization') await portal.row('Directory sync').waitFor()
        await assertAccessible()
        assert.equal(
          await portal.page.evaluate(() => document.documentElement.dir),
          query.includes('ar') ? 'rtl' : 'ltr',
        )
        await portal.page.setViewportSize({ width: 320, height: 800 })
        assert.equal(await portal.page.evaluate(() => document.documentElement.scrollWidth), 320)
        await assertAccessible()
        await portal.page.setViewportSize({ width: 1280, height: 720 })
      })
    }
  }

  async function assertAccessible(): Promise<void> {
    assert.deepEqual(await axeViolations(portal.page), [])
  }

  async function activate(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await user.reach(target, key)
    await user.press('Enter')
  }

  async function signInAs(role: string): Promise<void> {
    const reloaded = portal.page.waitForEvent('load')
    await portal.page.locator('#role').selectOption(role)
    await reloaded
  }
})
