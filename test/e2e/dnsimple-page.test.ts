import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { PortalPage } from '../support/portal-page.js'

const name = 'Zone watch'

describe('SQLite: the DNSimple portal, in a browser', () => {
  let demo: DemoProcess
  let portal: PortalPage
  before(async () => {
    demo = await DemoProcess.start()
    portal = await PortalPage.open(demo, 'dnsimple')
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  const details = (): Locator => portal.page.locator('oauth-app-details')

  it('asks for a name, a homepage and a callback, and takes a description', async () => {
    await portal.button('Add application').click()
    await portal.form.getByRole('textbox', { name: /^Application name/ }).waitFor()
    await assertAccessible()
    const labels = await portal.form.getByRole('textbox').evaluateAll((inputs) => inputs.length)
    assert.equal(labels, 4)
    assert.equal(await portal.form.getByRole('checkbox').count(), 0, 'there are no scopes to choose')
    await portal.save()
    await portal.form.getByText('Fill this in.').first().waitFor()
    const faults = await demo.api('/apps', post({}), 'member', 'dnsimple')
    assert.deepEqual(await faultsOf(faults), [
      '/client_name text_required',
      '/client_uri required',
      '/redirect_uris required',
    ])
  })

  it('shows the page of the new app once its secret is stored', async () => {
    await portal.form.getByRole('textbox', { name: /^Application name/ }).fill(name)
    await portal.form.getByRole('textbox', { name: /^Homepage URL/ }).fill('https://watch.example.com')
    const redirects = portal.form.getByRole('group', { name: /^Authorization callback URLs/ })
    await redirects.getByRole('textbox').fill('https://watch.example.com/callback')
    await redirects.getByRole('textbox').press('Enter')
    await portal.save()
    const secret = await portal.copyAndStoreSecret()
    await details().getByRole('heading', { level: 2, name }).waitFor()
    assert.match(new URL(portal.page.url()).hash, /^#app\//)
    await details().getByText(secret.slice(-4)).first().waitFor()
    assert.ok(!(await portal.everything()).includes(secret), 'the secret is still in the document')
    await assertAccessible()
  })

  it('shows there what DNSimple knows of an app, and nothing that it hides', async () => {
    const labels = await details().locator('.facts dt').allTextContents()
    const facts = [
      'Description',
      'Homepage URL',
      'Authorization callback URLs',
      'Owner',
      'Created',
      'Changed',
      'Last used',
    ]
    assert.deepEqual(
      labels.map((label) => label.trim()),
      facts,
    )
    assert.equal(await details().getByRole('button', { name: 'Reassign' }).count(), 0)
    await details().getByRole('button', { name: 'Revoke all user tokens' }).waitFor()
  })

  it('has switches that speak the language which they are set to', async () => {
    const options = (id: string) => portal.page.locator(`#${id} option`).allTextContents()
    await portal.page.locator('#language').selectOption('de')
    assert.deepEqual(await options('theme'), ['System', 'Hell', 'Dunkel'])
    assert.equal((await options('role')).at(-1), 'Abgemeldet')
    await portal.page.locator('#language').selectOption('en')
    assert.deepEqual(await options('theme'), ['System', 'Light', 'Dark'])
  })

  it('deletes it for good once its name was typed', async () => {
    await details().getByRole('button', { name: 'Delete' }).click()
    const dialog = portal.page.getByRole('dialog', { name: new RegExp(name) })
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { items } = (await (await demo.api('/apps?status=deleted', {}, 'member', 'dnsimple')).json()) as { items: [] }
    assert.deepEqual(items, [])
    assert.equal(await portal.button('Restore').count(), 0)
  })

  it('shows everybody their own apps, and root all of them', async () => {
    const body = {
      client_name: name,
      client_uri: 'https://watch.example.com',
      redirect_uris: ['https://watch.example.com/cb'],
    }
    assert.equal((await demo.api('/apps', post(body), 'member', 'dnsimple')).status, 201)
    for (const [role, count] of [
      ['member', 1],
      ['owner', 0],
      ['root', 1],
    ] as const) {
      const { items } = (await (await demo.api('/apps', {}, role, 'dnsimple')).json()) as { items: unknown[] }
      assert.equal(items.length, count, role)
    }
  })

  for (const query of ['?lang=en&theme=light', '?lang=ar&theme=dark']) {
    it(`is accessible and fits 320 pixels at /dnsimple${query}`, async () => {
      await portal.page.goto(`${demo.url}dnsimple${query}`)
      await portal.row(name).waitFor()
      await assertAccessible()
      await portal.page.setViewportSize({ width: 320, height: 800 })
      assert.equal(await portal.page.evaluate(() => document.documentElement.scrollWidth), 320)
      await assertAccessible()
      await portal.page.setViewportSize({ width: 1280, height: 720 })
    })
  }

  async function assertAccessible(): Promise<void> {
    assert.deepEqual(await axeViolations(portal.page), [])
  }

  function post(body: object): RequestInit {
    return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  }

  async function faultsOf(response: Response): Promise<string[]> {
    const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] }
    return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()
  }
})
