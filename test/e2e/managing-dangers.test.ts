import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'

const name = 'Mail merge'

describe('SQLite: an owner of an organisation, before and after something dangerous', () => {
  let host: ManagedHost
  let page: ManagedPage
  let app: CreatedApp
  /** Of Ada, who has two, and of Bob. */
  let tokens: string[]
  before(async () => {
    host = await ManagedHost.start()
    app = await host.create('member', { client_name: name })
    await host.create('owner', { client_name: 'Room display' })
    page = await ManagedPage.open(host, 'owner')
    await page.openApp(name)
  })
  beforeEach(() => {
    tokens = ['ada', 'ada', 'bob'].map((user) => host.tokens.issue(app.client_id, user))
  })
  after(async () => {
    await page.close()
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  const danger = (action: string): Locator => page.section('Danger zone').getByRole('button', { name: action })
  const working = (): Promise<boolean[]> => Promise.all(tokens.map((token) => host.tokens.isActive(token)))
  const all = [true, true, true]
  const none = [false, false, false]

  it('reads whom disabling reaches, and may still leave it with the focus on Cancel', async () => {
    await danger('Disable').click()
    const dialog = page.dialog(`Disable ${name}?`)
    await dialog.getByText('2 people use it; 3 tokens stop working.').waitFor()
    assert.ok(await page.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await page.assertAccessible(dialog)
    await page.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    assert.deepEqual(await working(), all)
    assert.ok(await page.hasFocus(danger('Disable')))
  })

  it('disables it: its tokens rest, and work again when it is enabled', async () => {
    await danger('Disable').click()
    await page.dialog(`Disable ${name}?`).getByRole('button', { name: 'Disable' }).click()
    await page.told(`${name} is disabled. 2 people lost access; 6 tokens rest until it is enabled again.`)
    await page.assertAccessible(danger('Enable'))
    assert.equal(await host.registry.findClient(app.client_id), null)
    assert.ok(!(await host.registry.verifySecret(app.client_id, app.client_secret)))
    assert.deepEqual(await working(), none)

    await page.details.getByRole('switch', { name: `${name} is enabled` }).click()
    await page.told(`${name} is enabled.`)
    assert.deepEqual(await working(), all)
  })

  it('disables it and revokes its tokens, which stay dead when it is enabled', async () => {
    await page.details.getByRole('switch', { name: `${name} is enabled` }).click()
    const dialog = page.dialog(`Disable ${name}?`)
    await dialog.getByText('2 people use it; 9 tokens stop working.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Also revoke all its tokens for good' }).check()
    await dialog.getByText('9 tokens stop working for good').waitFor()
    await page.assertAccessible(dialog)
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await page.told('2 people lost access; 9 tokens were revoked for good.')
    await danger('Enable').click()
    await page.told(`${name} is enabled.`)
    assert.deepEqual(await working(), none)
    assert.ok(await host.tokens.isActive(host.tokens.issue(app.client_id, 'ada')), 'a new token does not work')
  })

  it('revokes all tokens, and the app itself goes on', async () => {
    await danger('Revoke all tokens').click()
    const dialog = page.dialog(`Revoke all tokens of ${name}?`)
    await dialog.getByText('2 people use it; 4 tokens stop working for good.').waitFor()
    await page.assertAccessible(dialog)
    await dialog.getByRole('button', { name: 'Revoke all tokens' }).click()
    await page.told(`All tokens of ${name} were revoked. 2 people lost access; 4 tokens were revoked for good.`)
    assert.deepEqual(await working(), none)
    assert.equal((await host.registry.findClient(app.client_id))?.status, 'active')
  })

  it('is not let delete it before its name is typed', async () => {
    await danger('Delete').click()
    const dialog = page.dialog(`Delete ${name}?`)
    await dialog.getByText('2 people use it; 3 tokens stop working.').waitFor()
    await dialog.getByText('It can be restored for 30 days; after that it is gone for good.').waitFor()
    assert.ok(await page.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    const typed = dialog.getByRole('textbox', { name: 'Type the name of the application to confirm' })
    await typed.fill('Mail')
    await dialog.getByRole('button', { name: 'Delete application' }).click()
    await dialog.getByRole('alert').getByText(`To delete it, type its name: ${name}`).waitFor()
    assert.ok(await page.hasFocus(typed))
    await page.assertAccessible(dialog.getByRole('alert'))
    assert.deepEqual(await working(), all)
    await typed.fill(name)
    await dialog.getByRole('button', { name: 'Delete application' }).click()
    await page.told(`${name} was deleted. 2 people lost access; 3 tokens stopped working.`)
    assert.deepEqual(await working(), none)
    assert.equal(await host.registry.findClient(app.client_id), null)
    await page.details.getByText('It can be restored for 30 days.').waitFor()
    await page.assertAccessible(page.button('Undo'))
  })

  it('takes the deletion back with Undo', async () => {
    const rested = tokens
    await page.button('Undo').click()
    await page.told(`${name} was restored. 2 people have access again; 6 tokens work again.`)
    await page.shown(name)
    assert.deepEqual(await Promise.all(rested.map((token) => host.tokens.isActive(token))), all)
    assert.ok(await host.registry.verifySecret(app.client_id, app.client_secret))
  })

  it('finds a deleted app among the deleted ones, and restores it from there', async () => {
    await danger('Delete').click()
    const dialog = page.dialog(`Delete ${name}?`)
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Delete application' }).click()
    await page.told(`${name} was deleted.`)
    assert.deepEqual(await working(), none)
    await page.backToList()
    assert.deepEqual(await page.names(), ['Room display'])
    await page.filter('Deleted').click()
    await page
      .row(name)
      .getByText(/^Can be restored until/)
      .waitFor()
    await page.assertAccessible(page.row(name))
    await page.row(name).getByRole('button', { name: 'Restore' }).click()
    await page.told(`${name} was restored.`)
    await page.row(name).waitFor({ state: 'detached' })
    await page.filter('All').click()
    await page.row(name).getByText('Active').waitFor()
    assert.deepEqual(await working(), all)
  })

  it('reads all of it in the activity, in sentences', async () => {
    await page.openApp(name)
    assert.deepEqual(await page.section('Activity').getByRole('listitem').getByRole('paragraph').allTextContents(), [
      'Olga Owner restored the application.',
      'Olga Owner deleted the application.',
      'Olga Owner restored the application.',
      'Olga Owner deleted the application.',
      'Olga Owner revoked all tokens. 2 people lost access; 4 tokens were revoked for good.',
      'Olga Owner enabled the application.',
      'Olga Owner revoked all tokens. 2 people lost access; 9 tokens were revoked for good.',
      'Olga Owner disabled the application.',
      'Olga Owner enabled the application.',
      'Olga Owner disabled the application.',
      'Mia Member registered the application.',
    ])
    const [line] = (await host.registry.listEvents(people.owner, app.client_id, { members: {}, faults: [] })).items
    assert.equal(line?.action, 'app.restored')
  })

  it('is told where the numbers cannot be had, and may ask again', async () => {
    host.tokens.fail(new Error('The authorization server is down'))
    await danger('Disable').click()
    const dialog = page.dialog(`Disable ${name}?`)
    await dialog.getByText('It could not be found out how many people and tokens this reaches.').waitFor()
    await page.assertAccessible(dialog)
    host.tokens.recover()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await dialog.getByText('tokens stop working.').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
})

describe('SQLite: an owner of an organisation, where nobody can count tokens', () => {
  let host: ManagedHost
  let page: ManagedPage
  before(async () => {
    host = await ManagedHost.start({ countsTokens: false })
    await host.create('owner', { client_name: name })
    page = await ManagedPage.open(host, 'owner')
    await page.openApp(name)
  })
  after(async () => {
    await page.close()
    await host.close()
  })

  it('is told that it is not known whom an action reaches, and offered no revoking', async () => {
    const danger = page.section('Danger zone')
    assert.deepEqual(await danger.getByRole('button').allInnerTexts(), ['Reassign', 'Disable', 'Delete'])
    for (const [button, title] of [
      ['Disable', `Disable ${name}?`],
      ['Delete', `Delete ${name}?`],
    ] as const) {
      await danger.getByRole('button', { name: button }).click()
      const dialog = page.dialog(title)
      await dialog.getByText('How many people and tokens this reaches is not known.').waitFor()
      assert.equal(await dialog.getByRole('checkbox').count(), 0)
      await page.assertAccessible(dialog)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
  })

  it('finds the only app that there was among the deleted ones', async () => {
    await page.section('Danger zone').getByRole('button', { name: 'Delete' }).click()
    const dialog = page.dialog(`Delete ${name}?`)
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Delete application' }).click()
    await page.told(`${name} was deleted.`)
    await page.button('Back to the list').click()
    await page.list.getByText('No applications yet').waitFor()
    await page.assertAccessible(page.button('Show deleted applications'))
    await page.button('Show deleted applications').click()
    await page.row(name).getByRole('button', { name: 'Restore' }).click()
    await page.filter('All').click()
    await page.openApp(name)
  })

  it('disables it all the same, without numbers that nobody knows', async () => {
    await page.section('Danger zone').getByRole('button', { name: 'Disable' }).click()
    await page.dialog(`Disable ${name}?`).getByRole('button', { name: 'Disable' }).click()
    await page.told(`${name} is disabled.`)
    assert.equal(await page.details.getByText('0 tokens').count(), 0)
  })
})
