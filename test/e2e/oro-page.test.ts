import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { KeyboardUser } from '../support/keyboard.js'
import { OroPage } from '../support/oro-page.js'

describe('SQLite: the Oro portal, in a browser', () => {
  let demo: DemoProcess
  let portal: OroPage
  let user: KeyboardUser
  before(async () => {
    demo = await DemoProcess.start()
    portal = await OroPage.open(demo)
    user = new KeyboardUser(portal.page)
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  const told = (text: string): Promise<void> => portal.page.getByRole('status').filter({ hasText: text }).waitFor()

  it('leads to the own user from the menu with their name', async () => {
    await portal.page.goto(`${demo.url}oro/applications`)
    await portal.button('Mia Member').click()
    await portal.page.getByRole('link', { name: 'My user' }).click()
    await portal.page.getByRole('heading', { level: 1, name: 'My user' }).waitFor()
    await portal.page.getByText('member@example.com').waitFor()
    await portal.page.getByRole('heading', { level: 2, name: 'OAuth applications' }).waitFor()
  })

  it('adds an application in a dialog, with a name and whether it is active', async () => {
    await portal.startAdding()
    await assertAccessible()
    assert.equal(await portal.organization.count(), 0, 'there is one organization, so there is nothing to choose')
    assert.equal(await portal.dialog.getByRole('textbox').count(), 1)
    assert.ok(await portal.active.isChecked())
    await portal.create()
    await portal.dialog.getByText('Fill this in.').waitFor()
    await portal.name.fill('ERP connector')
    await portal.create()
  })

  it('shows ID and secret once, with copy buttons, and warns before they are closed', async () => {
    const { credentials } = portal
    await credentials.waitFor()
    assert.equal(await portal.dialog.count(), 0, 'the form has made room')
    await credentials.getByText('You will not see this secret again.').waitFor()
    await assertAccessible()
    await credentials.getByRole('button', { name: 'Copy the client ID' }).click()
    await credentials.getByRole('button', { name: 'Done' }).click()
    const warning = portal.page.getByRole('dialog', { name: 'Close without storing the secret?' })
    await warning.getByRole('button', { name: 'Back to the secret' }).click()
    const secret = await portal.copyAndStoreSecret()
    assert.match(secret, /^oak_/)
    await portal.row('ERP connector').waitFor()
    assert.ok(!(await portal.everything()).includes(secret), 'the secret is still in the document')
  })

  it('deactivates and activates it from the menu of its row', async () => {
    const menu = await portal.openMenu('ERP connector')
    const items = await menu.getByRole('menuitem').allTextContents()
    for (const item of ['Edit', 'Deactivate', 'Delete'])
      assert.ok(items.map((text) => text.trim()).includes(item), item)
    await assertAccessible()
    await menu.getByRole('menuitem', { name: 'Deactivate' }).click()
    const question = portal.page.getByRole('dialog', { name: 'Deactivate ERP connector?' })
    await question.getByRole('button', { name: 'Deactivate' }).click()
    await told('ERP connector is no longer active.')
    await portal.row('ERP connector').getByText('Inactive', { exact: true }).waitFor()
    await portal.chooseFromMenu('ERP connector', 'Activate')
    await portal.row('ERP connector').getByText('Active', { exact: true }).waitFor()
  })

  it('edits it in the same dialog, which asks before changes are lost', async () => {
    await portal.chooseFromMenu('ERP connector', 'Edit')
    await portal.name.fill('ERP bridge')
    await user.press('Escape')
    await portal.page.getByRole('dialog', { name: 'Discard your changes?' }).waitFor()
    await portal.button('Keep editing').click()
    await portal.active.uncheck()
    await portal.dialog.getByRole('button', { name: 'Save' }).click()
    await portal.row('ERP bridge').getByText('Inactive', { exact: true }).waitFor()
    assert.equal(await portal.dialog.count(), 0)
  })

  it('asks for the organization where somebody has several, and filters by it', async () => {
    await portal.signInAs('multi')
    assert.equal(await portal.button('Mine').count(), 0, 'there are no apps of others to tell theirs from')
    for (const [name, organization] of [
      ['Price sync', 'Globex'],
      ['Stock levels', 'Acme'],
    ] as const) {
      await portal.startAdding()
      await portal.name.fill(name)
      await portal.create()
      await portal.dialog.getByText('Fill this in.').waitFor()
      await portal.organization.selectOption(organization)
      await portal.create()
      await portal.copyAndStoreSecret()
    }
    await portal.row('Stock levels').getByRole('cell', { name: 'Acme' }).waitFor()
    await portal.list.getByRole('combobox', { name: 'Organization' }).selectOption('Globex')
    await told('1 application shown')
    assert.deepEqual(await portal.names(), ['Price sync'])
    await portal.list.getByRole('button', { name: 'Inactive', exact: true }).click()
    await portal.list.getByText('Nothing matches').waitFor()
    await portal.button('Clear filters').click()
    await portal.search('stock')
    await told('1 application shown')
    assert.deepEqual(await portal.names(), ['Stock levels'])
  })

  it('shows root their own user first, and from there the applications of all users', async () => {
    await portal.page.goto(`${demo.url}oro`)
    await portal.signInAs('root')
    await portal.list.getByText('Nothing matches').or(portal.list.getByText('No applications yet')).first().waitFor()
    await portal.page.getByRole('link', { name: "All users' applications" }).click()
    await portal.row('ERP bridge').waitFor()
    assert.deepEqual((await portal.names()).sort(), ['ERP bridge', 'Price sync', 'Stock levels'])
    await portal.row('Price sync').getByRole('cell', { name: 'Mo Multi' }).waitFor()
    await portal.row('Price sync').getByRole('cell', { name: 'Globex' }).waitFor()
    await assertAccessible()
    await portal.list.getByRole('combobox', { name: 'Organization' }).selectOption('Globex')
    await told('1 application shown')
    assert.deepEqual(await portal.names(), ['Price sync'])
  })

  it('tells whoever is no administrator that these are their own', async () => {
    await portal.page.goto(`${demo.url}oro/applications`)
    await portal.signInAs('member')
    await portal.page.getByText('Only administrators see the applications of all users.').waitFor()
    assert.deepEqual(await portal.names(), ['ERP bridge'])
    assert.equal(await portal.page.getByRole('link', { name: "All users' applications" }).count(), 0)
  })

  it('does all of it with the keyboard alone', async () => {
    await portal.page.goto(`${demo.url}oro`)
    await portal.row('ERP bridge').waitFor()
    const add = portal.button('Add application')
    await user.activate(add)
    await portal.name.waitFor()
    await user.type(portal.name, 'Typed only')
    await user.press('Enter')
    await portal.credentials.waitFor()
    await user.reach(portal.credentials.getByRole('checkbox', { name: 'I have stored the secret' }))
    await user.press('Space')
    await user.activate(portal.credentials.getByRole('button', { name: 'Done' }))
    await portal.row('Typed only').waitFor()
    assert.ok(await user.hasFocus(add), await user.nameOfFocus())
    const more = portal.button('More options for Typed only')
    await user.activate(more)
    await portal.page.getByRole('menuitem', { name: 'Edit' }).and(portal.page.locator(':focus')).waitFor()
    await user.press('Enter')
    await portal.name.waitFor()
    await user.press('Escape')
    await portal.dialog.waitFor({ state: 'hidden' })
    assert.ok(await user.hasFocus(more), await user.nameOfFocus())
    await user.press('Enter')
    await portal.page.locator('[role=menuitem]:focus').waitFor()
    await user.press('End', 'Enter')
    const question = portal.page.getByRole('dialog', { name: 'Delete Typed only?' })
    await user.activate(question.getByRole('button', { name: 'Delete application' }))
    await told('Typed only was deleted.')
  })

  it('lets a program get a token with ID and secret, and use the API until the application is not active', async () => {
    const created = await demo.api('/apps', post({ client_name: 'Sample' }), 'member', 'oro')
    const { client_id, client_secret } = (await created.json()) as { client_id: string; client_secret: string }
    await portal.page.goto(`${demo.clientUrl}oro`)
    await assertAccessible()
    await portal.page.getByLabel('Client ID').fill(client_id)
    await portal.page.getByLabel('Client secret').fill(client_secret)
    await portal.button('Use these').click()
    await portal.button('Get a token').click()
    await told('The app has a token.')
    await portal.button('Call it from the server').click()
    await told('{"app":"Sample","user":null,"scopes":[]}')
    await demo.api(`/apps/${client_id}/disable`, { method: 'POST' }, 'member', 'oro')
    await portal.button('Call it from the server').click()
    await told('401')
    await portal.button('Get a token').click()
    await told('That did not work.')
  })

  for (const address of ['oro', 'oro/applications']) {
    for (const query of ['?lang=en&theme=light', '?lang=ar&theme=dark', '?lang=de&theme=light']) {
      it(`is accessible and fits 320 pixels at /${address}${query}`, async () => {
        await portal.page.goto(demo.url + address + query)
        await portal.row('ERP bridge').waitFor()
        await assertAccessible()
        await portal.page.setViewportSize({ width: 320, height: 800 })
        assert.equal(await portal.page.evaluate(() => document.documentElement.scrollWidth), 320)
        await assertAccessible()
        await portal.page.locator('oauth-app-list .register').click()
        await portal.page.locator('oauth-app-form #client_name').waitFor()
        await assertAccessible()
        await portal.page.setViewportSize({ width: 1280, height: 720 })
      })
    }
  }

  async function assertAccessible(): Promise<void> {
    assert.deepEqual(await axeViolations(portal.page), [])
  }

  function post(body: object): RequestInit {
    return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  }
})
