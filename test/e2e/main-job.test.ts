import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DemoProcess } from '../support/demo-process.js'
import { DocspacePage, type IconFile } from '../support/docspace-page.js'
import { exampleIcons } from '../support/example-app.js'

const icons: readonly IconFile[] = [
  { name: 'icon.png', mimeType: 'image/png', buffer: await exampleIcons.png() },
  { name: 'icon.jpg', mimeType: 'image/jpeg', buffer: await exampleIcons.jpg() },
  { name: 'icon.svg', mimeType: 'image/svg+xml', buffer: exampleIcons.svg() },
]

describe('SQLite: a developer in the DocSpace portal, with the mouse', () => {
  let demo: DemoProcess
  let portal: DocspacePage
  before(async () => {
    demo = await DemoProcess.start()
    portal = await DocspacePage.open(demo)
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  for (const icon of icons) {
    it(`registers an app with ${icon.name}, copies its secret and finds it in the list with its icon`, async () => {
      const name = `Reports with ${icon.name}`
      await portal.startRegistering()
      await portal.fill(name, icon)
      await portal.save()
      const secret = await portal.copyAndStoreSecret()
      assert.match(secret, /^oak_/)
      assert.ok(!(await portal.everything()).includes(secret), 'the secret is still in the document')

      const row = portal.row(name)
      await row.waitFor()
      assert.equal(await loadedWidth(row.locator('img')), 32)
      const app = await only(await demo.api(`/apps?q=${encodeURIComponent(icon.name.slice(5))}`))
      assert.equal(app.client_name, name)
    })
  }

  it('is offered to fit a drawing of another size, and sees it first', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24"/></svg>'
    await portal.startRegistering()
    await portal.form
      .locator('input[type=file]')
      .setInputFiles({ name: 'icon.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    await portal.button('Use this icon').click()
    await portal.form.getByRole('img', { name: 'Preview of the icon' }).waitFor()
    await portal.form.getByRole('button', { name: 'Cancel', exact: true }).click()
    await portal.button('Discard').click()
  })

  it('chooses a drawing that says how it looks with style, and the policy of the page has nothing to report', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" style="color:red"><style>g{fill:lime}</style>' +
      '<g style = "stroke:navy"><rect width="24" height="24"/></g></svg>'
    const reports: string[] = []
    portal.page.on('console', (message) => reports.push(message.text()))
    await portal.startRegistering()
    await portal.form
      .locator('input[type=file]')
      .setInputFiles({ name: 'icon.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    await portal.button('Use this icon').click()
    await portal.form.getByRole('img', { name: 'Preview of the icon' }).waitFor()
    assert.deepEqual(reports, [])
    await portal.form.getByRole('button', { name: 'Cancel', exact: true }).click()
    await portal.button('Discard').click()
  })

  it('finds an app by search, and says so when nothing matches', async () => {
    await portal.search('icon.jpg')
    await portal.row('Reports with icon.png').waitFor({ state: 'detached' })
    await portal.row('Reports with icon.jpg').waitFor()
    await portal.search('no such app')
    await portal.list.getByText('Nothing matches').waitFor()
    await portal.search('')
    await portal.row('Reports with icon.png').waitFor()
  })

  it('edits an app', async () => {
    await portal.chooseFromMenu('Reports with icon.png', 'Edit')
    const field = portal.form.getByRole('textbox', { name: /^App name/ })
    await field.fill('Yearly reports')
    await portal.save()
    await portal.row('Yearly reports').waitFor()
    assert.equal((await only(await demo.api('/apps?q=yearly'))).client_name, 'Yearly reports')
  })

  it('meets somebody else’s edit, sees what they changed, and chooses what to keep', async () => {
    await portal.chooseFromMenu('Yearly reports', 'Edit')
    const description = portal.form.getByRole('textbox', { name: /^Description/ })
    await description.fill('What I wrote')
    const { client_id } = await only(await demo.api('/apps?q=yearly'))
    await patch(client_id, { description: 'What they wrote', client_uri: 'https://theirs.example.com' })

    await portal.save()
    const alert = portal.form.getByRole('heading', { name: 'This application was changed while you were editing' })
    await alert.waitFor()
    assert.ok(await portal.form.getByText('What they wrote').first().isVisible())
    assert.ok(await portal.form.getByText('https://theirs.example.com').first().isVisible())
    assert.equal(await description.inputValue(), 'What I wrote')
    await portal.form.getByRole('radio', { name: /mine/i }).first().check()
    await portal.save()

    await portal.row('Yearly reports').waitFor()
    const app = await read(client_id)
    assert.equal(app.description, 'What I wrote')
    assert.equal(app.client_uri, 'https://theirs.example.com')
  })

  it('rotates the secret and gets the new one once', async () => {
    const { client_id } = await only(await demo.api('/apps?q=yearly'))
    await portal.chooseFromMenu('Yearly reports', 'Rotate secret')
    await portal.page.getByRole('radio', { name: 'At once' }).check()
    await portal.button('Create a new secret').click()
    const secret = await portal.copyAndStoreSecret()
    const { secrets } = await read(client_id)
    assert.deepEqual(
      secrets.map(({ hint }) => hint),
      [secret.slice(-4)],
    )
  })

  it('disables and enables an app with its switch', async () => {
    const { client_id } = await only(await demo.api('/apps?q=yearly'))
    const enabled = portal.page.getByRole('switch', { name: 'Yearly reports is enabled' })
    await enabled.click()
    await portal.button('Disable').click()
    await portal.row('Yearly reports').getByText('Disabled').waitFor()
    assert.equal((await read(client_id)).status, 'disabled')
    await enabled.click()
    await portal.row('Yearly reports').getByText('Active').waitFor()
    assert.equal((await read(client_id)).status, 'active')
  })

  it('deletes an app', async () => {
    const { client_id } = await only(await demo.api('/apps?q=yearly'))
    await portal.chooseFromMenu('Yearly reports', 'Delete')
    await portal.button('Delete application').click()
    await portal.row('Yearly reports').waitFor({ state: 'detached' })
    assert.equal((await demo.api(`/apps/${client_id}`)).status, 404)
  })

  it('makes one app from a double click on Save', async () => {
    await portal.startRegistering()
    await portal.fill('Clicked twice', icons[0] ?? assert.fail())
    await portal.form.getByRole('button', { name: 'Save', exact: true }).dblclick()
    await portal.copyAndStoreSecret()
    await portal.row('Clicked twice').waitFor()
    await only(await demo.api('/apps?q=clicked'))
  })

  it('keeps what was typed when the server cannot be reached', async () => {
    await portal.startRegistering()
    await portal.fill('Typed in a tunnel', icons[0] ?? assert.fail())
    await portal.context.setOffline(true)
    await portal.save()
    await portal.form.getByText('The server could not be reached').waitFor()
    assert.equal(await portal.form.getByRole('textbox', { name: /^App name/ }).inputValue(), 'Typed in a tunnel')
    await portal.context.setOffline(false)
    await portal.save()
    await portal.copyAndStoreSecret()
    await portal.row('Typed in a tunnel').waitFor()
  })

  async function read(clientId: string): Promise<AppOnTheWire> {
    return (await (await demo.api(`/apps/${clientId}`)).json()) as AppOnTheWire
  }

  async function patch(clientId: string, members: object): Promise<void> {
    const etag = (await demo.api(`/apps/${clientId}`)).headers.get('etag') ?? ''
    const response = await demo.api(`/apps/${clientId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify(members),
    })
    assert.equal(response.status, 200)
  }
})

interface AppOnTheWire {
  readonly client_id: string
  readonly client_name: string
  readonly client_uri: string
  readonly description: string
  readonly status: string
  readonly secrets: readonly { readonly hint: string }[]
}

async function only(response: Response): Promise<AppOnTheWire> {
  const { items } = (await response.json()) as { items: AppOnTheWire[] }
  const [app] = items
  assert.ok(app && items.length === 1, `expected one app, got ${items.length}`)
  return app
}

async function loadedWidth(image: import('playwright-core').Locator): Promise<number> {
  return image.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) return 0
    await element.decode()
    return element.width
  })
}
