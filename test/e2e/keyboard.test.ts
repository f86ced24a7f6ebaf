import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { DemoProcess } from '../support/demo-process.js'
import { DocspacePage } from '../support/docspace-page.js'
import { exampleApp, exampleIcons } from '../support/example-app.js'
import { KeyboardUser } from '../support/keyboard.js'

describe('SQLite: a developer in the DocSpace portal, with the keyboard alone', () => {
  let demo: DemoProcess
  let portal: DocspacePage
  let user: KeyboardUser
  before(async () => {
    demo = await DemoProcess.start()
    portal = await DocspacePage.open(demo)
    user = new KeyboardUser(portal.page)
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  const field = (name: string): Locator => portal.form.getByRole('textbox', { name: new RegExp(`^${name}`) })
  const group = (name: string): Locator => portal.form.getByRole('group', { name: new RegExp(`^${name}`) })

  it('sees what has the focus, never behind the bar with Save', async () => {
    await activate(portal.button('Register application').first())
    const cancel = portal.form.getByRole('button', { name: 'Cancel', exact: true })
    await user.reach(field('App name'))
    const bar = portal.form.locator('.footer')
    while (!(await user.hasFocus(cancel))) {
      assert.equal(await user.focusIsBehind(bar), false, await user.nameOfFocus())
      await user.press('Tab')
    }
    await user.press('Enter')
  })

  it('registers an app and stores its secret', async () => {
    await activate(portal.button('Register application').first())
    await user.type(field('App name'), 'Typed only')
    await user.type(field('Website URL'), exampleApp.client_uri)
    await chooseIcon()
    await addTo('Redirect URLs', exampleApp.redirect_uris[0] ?? '')
    await addTo('Allowed origins', exampleApp.allowed_origins[0] ?? '')
    await user.reach(portal.form.getByRole('checkbox', { name: /Files & Folders.*Write/ }))
    await user.press('Space')
    await user.type(field('Privacy policy URL'), exampleApp.policy_uri)
    await user.type(field('Terms of service URL'), exampleApp.tos_uri)
    await activate(portal.form.getByRole('button', { name: 'Save', exact: true }))

    await portal.credentials.waitFor()
    await activate(portal.credentials.getByRole('button', { name: 'Copy the client secret' }))
    await portal.credentials.getByText('Copied').first().waitFor()
    const secret = await portal.page.evaluate(() => navigator.clipboard.readText())
    assert.match(secret, /^oak_/)
    await user.reach(portal.credentials.getByRole('checkbox', { name: 'I have stored the secret' }))
    await user.press('Space')
    await activate(portal.credentials.getByRole('button', { name: 'Done' }))
    await portal.row('Typed only').waitFor()
    assert.ok(!(await portal.everything()).includes(secret), 'the secret is still in the document')
  })

  it('finds it by search and copies its client ID', async () => {
    await user.reach(portal.list.getByRole('searchbox'), 'Shift+Tab')
    await portal.page.keyboard.insertText('typed')
    await portal.row('Typed only').waitFor()
    await activate(portal.button('Copy the client ID of Typed only'))
    await portal.list.getByText('Copied').first().waitFor({ state: 'attached' })
    const { client_id } = await found('typed')
    assert.equal(await portal.page.evaluate(() => navigator.clipboard.readText()), client_id)
  })

  it('edits it, and meets somebody else’s edit on the way', async () => {
    await chooseFromMenu('Typed only', 'Edit')
    await user.type(field('App name'), 'Typed again')
    const { client_id } = await found('typed')
    await changeName(client_id, 'Changed by them')
    await activate(portal.form.getByRole('button', { name: 'Save', exact: true }))
    await portal.form.getByRole('heading', { name: 'This application was changed while you were editing' }).waitFor()
    const mine = portal.form.getByRole('radio', { name: /mine/i }).first()
    await user.reach(mine, 'Shift+Tab')
    await user.press('Space')
    await activate(portal.form.getByRole('button', { name: 'Save', exact: true }))
    await portal.row('Typed again').waitFor()
    assert.equal((await found('typed')).client_name, 'Typed again')
  })

  it('rotates its secret', async () => {
    const before = await hints()
    await chooseFromMenu('Typed again', 'Rotate secret')
    await activate(portal.button('Create a new secret'))
    await portal.credentials.waitFor()
    await user.reach(portal.credentials.getByRole('checkbox', { name: 'I have stored the secret' }))
    await user.press('Space')
    await activate(portal.credentials.getByRole('button', { name: 'Done' }))
    await portal.credentials.waitFor({ state: 'hidden' })
    const after = await hints()
    assert.equal(after.length, 2)
    assert.ok(before.every((hint) => after.includes(hint)))
  })

  it('disables it; the safe button has the focus', async () => {
    await user.reach(portal.page.getByRole('switch', { name: 'Typed again is enabled' }), 'Shift+Tab')
    await user.press('Space')
    const dialog = portal.page.getByRole('dialog', { name: 'Disable Typed again?' })
    await dialog.waitFor()
    assert.ok(await user.hasFocus(dialog.getByRole('button', { name: 'Cancel' })))
    await activate(dialog.getByRole('button', { name: 'Disable' }))
    await portal.row('Typed again').getByText('Disabled').waitFor()
    assert.ok(await user.hasFocus(portal.page.getByRole('switch', { name: 'Typed again is enabled' })))
  })

  it('deletes it', async () => {
    await chooseFromMenu('Typed again', 'Delete')
    await activate(portal.button('Delete application'))
    await portal.row('Typed again').waitFor({ state: 'detached' })
    const { items } = (await (await demo.api('/apps')).json()) as { items: unknown[] }
    assert.deepEqual(items, [])
  })

  async function activate(target: Locator): Promise<void> {
    await user.reach(target)
    await user.press('Enter')
  }

  async function chooseFromMenu(name: string, item: string): Promise<void> {
    await activate(portal.button(`Actions for ${name}`))
    const entry = portal.page.getByRole('menuitem', { name: item })
    await entry.waitFor()
    for (let step = 0; step < 8 && !(await user.hasFocus(entry)); step++) await user.press('ArrowDown')
    await user.press('Enter')
  }

  async function addTo(name: string, uri: string): Promise<void> {
    await user.type(group(name).getByRole('textbox'), uri)
    await user.press('Enter')
    await group(name).getByText(uri).first().waitFor()
  }

  /** The browser's own file dialog is opened by key; what it gives back stands in for choosing in it. */
  async function chooseIcon(): Promise<void> {
    // Asked for in good time: the browser has to know that its own dialog is not to open.
    const chosen = portal.page.waitForEvent('filechooser')
    await activate(portal.button('Choose an image'))
    const chooser = await chosen
    await chooser.setFiles({ name: 'icon.png', mimeType: 'image/png', buffer: await exampleIcons.png() })
  }

  async function found(word: string): Promise<{ client_id: string; client_name: string }> {
    const { items } = (await (await demo.api(`/apps?q=${word}`)).json()) as {
      items: { client_id: string; client_name: string }[]
    }
    return items[0] ?? assert.fail(`no app is found by “${word}”`)
  }

  async function hints(): Promise<string[]> {
    const { client_id } = await found('typed')
    const { secrets } = (await (await demo.api(`/apps/${client_id}`)).json()) as { secrets: { hint: string }[] }
    return secrets.map(({ hint }) => hint)
  }

  async function changeName(clientId: string, name: string): Promise<void> {
    const etag = (await demo.api(`/apps/${clientId}`)).headers.get('etag') ?? ''
    const response = await demo.api(`/apps/${clientId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ client_name: name }),
    })
    assert.equal(response.status, 200)
  }
})
