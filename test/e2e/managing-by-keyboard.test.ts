import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { KeyboardUser } from '../support/keyboard.js'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'
import { parseCsv } from '../support/parse-csv.js'

const name = 'Mail merge'

describe('SQLite: an owner of an organisation, with the keyboard alone', () => {
  let host: ManagedHost
  let page: ManagedPage
  let user: KeyboardUser
  let app: CreatedApp
  before(async () => {
    host = await ManagedHost.start()
    await host.createMany('member', 'Sensor', 30)
    app = await host.create('member', { client_name: name, description: 'Letters.' })
    await host.createMany('owner', 'Till', 25)
    page = await ManagedPage.open(host, 'owner')
    user = new KeyboardUser(page.page)
  })
  after(async () => {
    await page.close()
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  const isActive = (token: string): Promise<boolean> => host.tokens.isActive(token)
  const verifies = (secret: string): Promise<boolean> => host.registry.verifySecret(app.client_id, secret)

  it('finds an app and opens its page', async () => {
    await page.row('Till 025').waitFor()
    await user.type(page.list.getByRole('searchbox'), 'mail')
    await page.row(name).waitFor()
    await user.activate(page.list.getByRole('button', { name, exact: true }))
    await page.shown(name)
    assert.ok(await user.hasFocus(page.button('Back to the list')))
  })

  it('goes to the activity, narrows it and downloads it', async () => {
    await goTo('Activity')
    const activity = page.section('Activity')
    await user.reach(activity.getByRole('combobox', { name: 'Kind of activity' }))
    await user.press('ArrowDown')
    await activity.getByText('1 entry shown').waitFor({ state: 'attached' })
    const { text } = await page.download(() => user.activate(page.button('Export as CSV')))
    assert.ok(parseCsv(text).some(([, action, , actor]) => action === 'app.created' && actor === 'Mia Member'))
    await page.told('The file was made.')
  })

  it('adds a secret with a name and an end, and ends the one before', async () => {
    await goTo('Client secrets')
    const secrets = page.section('Client secrets')
    await user.activate(secrets.getByRole('button', { name: 'Add secret' }))
    const dialog = page.dialog(`Add a secret to ${name}`)
    await dialog.waitFor()
    await user.type(dialog.getByRole('textbox', { name: /^Name/ }), 'Build server')
    await user.reach(dialog.getByRole('radio', { name: 'Never' }))
    await user.press('ArrowDown')
    assert.ok(await dialog.getByRole('radio', { name: 'In 30 days' }).isChecked())
    await user.activate(dialog.getByRole('button', { name: 'Create a new secret' }))
    const secret = await storeSecret()
    assert.ok(await verifies(secret))
    assert.ok(!(await page.everything()).includes(secret), 'the secret is still in the document')

    const first = secrets.getByRole('listitem').filter({ hasText: 'Unnamed secret' })
    await user.activate(first.getByRole('button', { name: /^End/ }))
    const question = page.dialog(/^End Unnamed secret/)
    await question.waitFor()
    assert.ok(await user.hasFocus(question.getByRole('button', { name: 'Cancel' })))
    await user.activate(question.getByRole('button', { name: 'End now' }))
    await page.told('has ended.')
    assert.ok(!(await verifies(app.client_secret)))
    assert.ok(await verifies(secret))
    assert.ok(await focusIsSomewhere())
  })

  it('disables it and revokes its tokens, and enables it again', async () => {
    const token = host.tokens.issue(app.client_id, 'ada')
    await goTo('Danger zone')
    await user.activate(danger('Disable'))
    const dialog = page.dialog(`Disable ${name}?`)
    await dialog.getByText('1 person uses it; 1 token stops working.').waitFor()
    assert.ok(await user.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await user.reach(dialog.getByRole('checkbox'), 'Shift+Tab')
    await user.press('Space')
    await dialog.getByText('1 token stops working for good').waitFor()
    await user.activate(dialog.getByRole('button', { name: 'Disable' }))
    await page.told('1 person lost access; 1 token was revoked for good.')
    assert.ok(await user.hasFocus(danger('Enable')), 'the focus is not where it was')

    await user.reach(page.details.getByRole('switch', { name: `${name} is enabled` }), 'Shift+Tab')
    await user.press('Space')
    await page.told(`${name} is enabled.`)
    assert.ok(!(await isActive(token)))
    assert.ok(await isActive(host.tokens.issue(app.client_id, 'ada')))
  })

  it('deletes it by typing its name, and takes that back', async () => {
    const token = host.tokens.issue(app.client_id, 'ada')
    await goTo('Danger zone')
    await user.activate(danger('Delete'))
    await typeNameAndDelete()
    assert.ok(!(await isActive(token)))
    await user.activate(page.button('Undo'))
    await page.told(`${name} was restored.`)
    await page.shown(name)
    assert.ok(await isActive(token))
    assert.ok(await focusIsSomewhere())
  })

  it('restores it from the list, where it was deleted by menu', async () => {
    await user.activate(page.button('Back to the list'), 'Shift+Tab')
    await page.row(name).waitFor()
    await chooseFromMenu('Delete')
    await typeNameAndDelete()
    await user.activate(page.filter('Deleted'), 'Shift+Tab')
    await page
      .row(name)
      .getByText(/^Can be restored until/)
      .waitFor()
    await user.activate(page.row(name).getByRole('button', { name: 'Restore' }))
    await page.told(`${name} was restored.`)
    assert.ok(await focusIsSomewhere())
    await user.activate(page.filter('All'), 'Shift+Tab')
    await page.row(name).getByText('Active').waitFor()
    assert.notEqual(await host.registry.findClient(app.client_id), null)
  })

  it('gives it to another member', async () => {
    await chooseFromMenu('Reassign')
    const dialog = page.dialog(`Give ${name} to somebody else?`)
    await dialog.waitFor()
    await user.reach(dialog.getByRole('combobox', { name: 'Find a member' }), 'Shift+Tab')
    await page.page.keyboard.insertText('noah')
    await dialog.getByText('1 member found').waitFor()
    await user.press('ArrowDown', 'Enter')
    await dialog.getByRole('option', { name: 'Noah Newman', selected: true }).waitFor()
    await user.activate(dialog.getByRole('button', { name: 'Reassign' }))
    await page.told(`${name} belongs to Noah Newman now.`)
    assert.equal((await read()).created_by.id, people.colleague.id)
  })

  it('meets somebody else’s change and chooses what to keep', async () => {
    await chooseFromMenu('Edit')
    await user.type(page.form.getByRole('textbox', { name: /^Description/ }), 'Mine.')
    const members = { description: 'Theirs.' }
    const { version } = await read()
    await host.registry.updateApp(people.admin, app.client_id, version, { members, faults: [] })
    await user.activate(page.form.getByRole('button', { name: 'Save', exact: true }))
    const mine = page.form.getByRole('radio', { name: 'Keep mine' })
    await mine.waitFor()
    await user.reach(mine, 'Shift+Tab')
    await user.press('ArrowDown')
    assert.ok(await page.form.getByRole('radio', { name: 'Use theirs' }).isChecked())
    await user.activate(page.form.getByRole('button', { name: 'Save', exact: true }))
    await page.row(name).waitFor()
    assert.equal((await read()).description, 'Theirs.')
  })

  it('disables all that match at once', async () => {
    await user.reach(page.list.getByRole('searchbox'), 'Shift+Tab')
    await user.type(page.list.getByRole('searchbox'), 'sensor')
    await page.row('Sensor 030').waitFor()
    await user.reach(page.page.getByRole('checkbox', { name: 'Select all shown' }))
    await user.press('Space')
    const bar = page.list.getByRole('group', { name: 'Selected applications' })
    await user.activate(bar.getByRole('button', { name: 'Select all that match' }), 'Shift+Tab')
    await bar.getByText('30 selected, 10 of them not shown').waitFor()
    assert.ok(await focusIsSomewhere())
    await user.activate(bar.getByRole('button', { name: 'Disable' }), 'Shift+Tab')
    const dialog = page.page.locator('#bulk')
    await dialog.waitFor()
    assert.ok(await user.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await user.activate(dialog.getByRole('button', { name: 'Disable' }))
    await page.told('30 applications disabled.')
    assert.ok(await focusIsSomewhere())
    const members = { q: 'sensor', status: 'disabled', limit: 100 } as const
    assert.equal((await host.registry.listApps(people.owner, { members, faults: [] })).items.length, 30)
  })

  const danger = (action: string): Locator => page.section('Danger zone').getByRole('button', { name: action })

  async function goTo(section: string): Promise<void> {
    const links = page.details.getByRole('navigation', { name: 'Sections' })
    await user.activate(links.getByRole('button', { name: section }), 'Shift+Tab')
    assert.ok(await user.hasFocus(page.details.getByRole('heading', { name: section })))
  }

  async function storeSecret(): Promise<string> {
    await page.credentials.waitFor()
    await user.activate(page.credentials.getByRole('button', { name: 'Copy the client secret' }))
    await page.credentials.getByText('Copied').first().waitFor()
    const secret = await page.page.evaluate(() => navigator.clipboard.readText())
    await user.reach(page.credentials.getByRole('checkbox', { name: 'I have stored the secret' }))
    await user.press('Space')
    await user.activate(page.credentials.getByRole('button', { name: 'Done' }))
    await page.credentials.waitFor({ state: 'hidden' })
    return secret
  }

  async function typeNameAndDelete(): Promise<void> {
    const dialog = page.dialog(`Delete ${name}?`)
    await dialog.waitFor()
    assert.ok(await user.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await user.reach(dialog.getByRole('textbox'), 'Shift+Tab')
    await page.page.keyboard.insertText(name)
    await user.activate(dialog.getByRole('button', { name: 'Delete application' }))
    await page.told(`${name} was deleted.`)
  }

  async function chooseFromMenu(item: string): Promise<void> {
    await user.activate(page.button(`Actions for ${name}`))
    const entry = page.page.getByRole('menuitem', { name: item, exact: true })
    await entry.waitFor()
    for (let step = 0; step < 8 && !(await user.hasFocus(entry)); step++) await user.press('ArrowDown')
    await user.press('Enter')
  }

  /** Whether Tab would go on from where the person was, and not from the beginning of the page. */
  function focusIsSomewhere(): Promise<boolean> {
    return page.page.evaluate(() => document.activeElement !== document.body)
  }

  function read() {
    return host.registry.getApp(people.owner, app.client_id)
  }
})
