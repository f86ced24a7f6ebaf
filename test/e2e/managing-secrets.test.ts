import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'

const dayMs = 24 * 60 * 60 * 1000

describe('SQLite: a developer with the secrets of an app', () => {
  let host: ManagedHost
  let page: ManagedPage
  let app: CreatedApp
  /** By the names that the test gives them. */
  const secrets = { first: '', server: '', rotated: '' }
  before(async () => {
    host = await ManagedHost.start()
    app = await host.create('member', { client_name: 'Mail merge' })
    secrets.first = app.client_secret
    page = await ManagedPage.open(host, 'member')
    await page.openApp('Mail merge')
  })
  after(async () => {
    await page.close()
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  const section = (): Locator => page.section('Client secrets')
  const rows = (): Locator => section().getByRole('listitem')
  const verifies = (secret: string): Promise<boolean> => host.registry.verifySecret(app.client_id, secret)
  const row = (text: string): Locator => rows().filter({ hasText: text })
  const endOf = (text: string): Locator => row(text).getByRole('button', { name: /^End/ })
  const hint = (secret: string): string => `…${secret.slice(-4)}`

  it('cannot end the only one, and reads why', async () => {
    await section().getByText('The only secret left cannot be ended.').waitFor()
    assert.equal(await section().getByRole('button', { name: /^End/ }).count(), 0)
  })

  it('adds a second one with a name and an end, sees it once and puts it away', async () => {
    await section().getByRole('button', { name: 'Add secret' }).click()
    const dialog = page.dialog('Add a secret to Mail merge')
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Build server')
    await dialog.getByRole('radio', { name: 'In 30 days' }).check()
    await page.assertAccessible(dialog)
    await dialog.getByRole('button', { name: 'Create a new secret' }).click()
    await page.credentials.waitFor()
    await page.assertAccessible(page.credentials)
    secrets.server = await page.copyAndStoreSecret()
    assert.ok(!(await page.everything()).includes(secrets.server), 'the secret is still in the document')

    await section().getByText('2 of 5 in use').waitFor()
    assert.ok(await row('Build server').isVisible())
    const kept = (await read()).find(({ name }) => name === 'Build server')
    assert.ok(Math.abs(Number(kept?.expires_at) - Date.now() - 30 * dayMs) < dayMs)
    assert.deepEqual(await Promise.all([verifies(secrets.first), verifies(secrets.server)]), [true, true])
  })

  it('rotates with an overlap, in which the others go on working and are said to end soon', async () => {
    await section().getByRole('button', { name: 'Rotate secret' }).click()
    const dialog = page.dialog('Rotate the secret of Mail merge?')
    await dialog.getByRole('radio', { name: 'In 1 hour' }).check()
    await page.assertAccessible(dialog.getByText('Nobody uses it, and it has no tokens.'))
    await dialog.getByRole('button', { name: 'Create a new secret' }).click()
    secrets.rotated = await page.copyAndStoreSecret()

    await section().getByText('3 of 5 in use').waitFor()
    await page.assertAccessible(row('Ends soon').first())
    assert.equal(await row('Ends soon').count(), 2)
    assert.equal(await section().getByText('end within 14 days').count(), 0, 'nobody is warned of what they wanted')
    for (const secret of Object.values(secrets)) assert.ok(await verifies(secret))
    const ends = (await read()).map(({ expires_at }) => expires_at)
    assert.equal(ends.filter((end) => end === null).length, 1)
    assert.ok(ends.every((end) => end === null || end <= Date.now() + dayMs / 24))
  })

  it('sees that a secret is used', async () => {
    await page.page.reload()
    await page.openApp('Mail merge')
    assert.equal(await row('Last used').count(), 3)
    assert.equal(await row('Never used').count(), 0)
  })

  it('ends the old ones at once, and they no longer work', async () => {
    await endOf(hint(secrets.first)).click()
    const dialog = page.dialog(/^End Unnamed secret/)
    await page.assertAccessible(dialog.getByText('This cannot be undone.'))
    assert.ok(await page.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    assert.ok(await verifies(secrets.first))

    await endOf(hint(secrets.first)).click()
    await dialog.getByRole('button', { name: 'End now' }).click()
    await page.told('has ended.')
    await section().getByText('2 of 5 in use').waitFor()
    assert.ok(!(await verifies(secrets.first)))

    await endOf('Build server').click()
    await page.dialog('End Build server now?').getByRole('button', { name: 'End now' }).click()
    await page.told('Build server has ended.')
    assert.ok(!(await verifies(secrets.server)))
  })

  it('keeps the last one, and reads why it cannot be ended', async () => {
    await section().getByText('1 of 5 in use').waitFor()
    await section().getByText('The only secret left cannot be ended.').waitFor()
    assert.equal(await section().getByRole('button', { name: /^End/ }).count(), 0)
    assert.ok(await verifies(secrets.rotated))
  })

  it('reads in the activity what became of them, and no secret', async () => {
    const lines = page.section('Activity').getByRole('listitem')
    await lines.filter({ hasText: 'Mia Member ended a secret.' }).nth(1).waitFor()
    assert.deepEqual(await lines.getByRole('paragraph').allTextContents(), [
      'Mia Member ended a secret.',
      'Mia Member ended a secret.',
      'Mia Member rotated the secret.',
      'Mia Member added a secret.',
      'Mia Member registered the application.',
    ])
    const everything = await page.everything()
    for (const secret of Object.values(secrets)) assert.ok(!everything.includes(secret))
  })

  it('cannot add more than there may be, and reads why', async () => {
    for (let count = 2; count <= 5; count++) {
      await host.registry.addSecret(people.member, app.client_id, { members: { name: `No. ${count}` }, faults: [] })
    }
    await page.page.reload()
    await page.openApp('Mail merge')
    await section().getByText('It has 5 secrets, which is as many as it may have.').waitFor()
    const add = section().getByRole('button', { name: 'Add secret' })
    assert.equal(await add.getAttribute('aria-disabled'), 'true')
    await page.assertAccessible(add)
  })

  async function read() {
    return (await host.registry.getApp(people.member, app.client_id)).secrets
  }
})
