import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { OauthAppsView } from '../../components/oauth-apps/oauth-apps.element.js'
import { fieldNames, type FieldPolicy } from '../../plugin/contract/fields.js'
import { AppsPage, reader } from '../support/apps-page.js'
import { FakeApi } from '../support/fake-api.js'
import { sampleConfig } from '../support/sample-data.js'

const hidden = Object.fromEntries(fieldNames.map((name) => [name, { presence: 'hidden', locked: false }]))

/** A host that asks for a name, and whether the app is active. */
const config = sampleConfig({
  fields: {
    ...hidden,
    client_name: { presence: 'required', locked: false },
    status: { presence: 'optional', locked: false },
  } as FieldPolicy,
})

const open = (view?: OauthAppsView, api = new FakeApi([reader], config)): Promise<AppsPage> =>
  AppsPage.show(view, {}, { formIn: 'dialog', api })

async function startRegistering(page: AppsPage): Promise<void> {
  page.list.querySelector<HTMLElement>('.register')?.focus()
  await sendKeys({ press: 'Enter' })
  await page.has(() => page.formDialog !== null && page.focused?.id === 'client_name', 'the name has the focus')
}

describe('<oauth-apps form-in="dialog">', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('opens the form before the list, with the focus on its first field', async () => {
    const page = await open()
    await startRegistering(page)
    expect(page.views).to.deep.equal([{ view: 'create' }])
    expect(page.formDialog?.ariaLabel).to.equal('Register a new application')
    expect(page.isListShown).to.equal(true)
    expect(page.formDialog?.textContent).not.to.contain('Basic info')
    expect(page.element.shadowRoot?.querySelector('.back')).to.equal(null)
    await expect(page.element).to.be.accessible()
  })

  it('gives the focus back to what opened it', async () => {
    const page = await open()
    for (const way of ['Escape', 'Cancel', 'the corner']) {
      await startRegistering(page)
      if (way === 'Escape') await sendKeys({ press: way })
      else if (way === 'Cancel') page.pressInForm(way)
      else page.closeForm()
      await page.has(() => page.formElement === null)
      expect(page.focused?.className).to.contain('register')
      expect(page.views.at(-1)).to.deep.equal({ view: 'list' })
    }
  })

  it('asks before changes are lost, as often as Escape is pressed', async () => {
    const page = await open()
    await startRegistering(page)
    await sendKeys({ type: 'Half a name' })
    for (let time = 1; time <= 3; time++) {
      await sendKeys({ press: 'Escape' })
      await page.has(() => page.dialog !== null, 'the question')
      expect(page.dialog?.textContent).to.contain('Discard your changes?')
      expect(page.focused?.textContent.trim()).to.equal('Keep editing')
      await expect(page.element).to.be.accessible()
      await sendKeys({ press: 'Escape' })
      await page.has(() => page.dialog === null)
      expect(page.formDialog?.open).to.equal(true)
      expect(page.focused?.id).to.equal('client_name')
    }
    expect(page.form.querySelector('input')?.value).to.equal('Half a name')
  })

  it('leaves once the person agrees to lose them, with the focus where it was before', async () => {
    const page = await open()
    await startRegistering(page)
    await sendKeys({ type: 'Half a name' })
    await sendKeys({ press: 'Escape' })
    await page.has(() => page.dialog !== null)
    await page.press('Discard')
    await page.has(() => page.formElement === null)
    expect(page.focused?.className).to.contain('register')
    await startRegistering(page)
    expect(page.form.querySelector('input')?.value).to.equal('')
  })

  it('shows the secret in place of the form, and then the list with the new app', async () => {
    const page = await open()
    await startRegistering(page)
    await sendKeys({ type: 'Sync' })
    page.pressInForm('Save')
    await page.has(() => page.credentialsDialog !== null, 'the credentials')
    expect(page.formDialog).to.equal(null)
    expect(page.list.textContent).to.contain('Sync')
    await expect(page.element).to.be.accessible()
    page.storeSecret()
    await page.has(() => page.formElement === null)
    expect(page.focused?.className).to.contain('register')
  })

  it('registers an app that is not active yet', async () => {
    const api = new FakeApi([reader], config)
    const page = await open(undefined, api)
    await startRegistering(page)
    await sendKeys({ type: 'Later' })
    page.form.querySelector<HTMLElement>('[data-field=status] input')?.click()
    page.pressInForm('Save')
    await page.has(() => page.credentialsDialog !== null, 'the credentials')
    expect(api.requests.find(({ name }) => name === 'createApp')?.body).to.deep.equal({
      client_name: 'Later',
      status: 'disabled',
    })
  })

  it('edits an app before the list, and shows it there as it is now', async () => {
    const page = await open()
    await page.chooseFromMenu('Edit')
    await page.has(() => page.formDialog?.ariaLabel === 'Edit Docs Reader')
    await page.has(() => page.focused?.id === 'client_name')
    await sendKeys({ type: 'New ' })
    page.pressInForm('Save')
    await page.has(() => page.formElement === null)
    expect(page.list.textContent).to.contain('New ')
    expect(page.focused?.ariaLabel).to.match(/^Actions for/)
  })

  it('edits an app before its own page, which shows it as it is now', async () => {
    const page = await open()
    await page.open()
    const edit = page.details?.querySelector<HTMLElement>('.edit')
    edit?.focus()
    edit?.click()
    await page.has(() => page.formDialog !== null && page.focused?.id === 'client_name')
    expect(page.showsDetails).to.equal(true)
    expect(page.views.at(-1)).to.deep.equal({ view: 'edit', client_id: 'reader-1' })
    await sendKeys({ type: 'New ' })
    page.pressInForm('Save')
    await page.has(() => page.formElement === null)
    expect(page.details?.querySelector('h2')?.textContent).to.contain('New ')
    expect(page.focused).to.equal(edit)
    expect(page.views.at(-1)).to.deep.equal({ view: 'details', client_id: 'reader-1' })
  })

  it('goes on to the page of the new app where its host says so', async () => {
    const page = await open()
    page.element.afterCreate = 'details'
    await startRegistering(page)
    page.formElement?.dispatchEvent(new CustomEvent('oauth-app-form-done', { detail: { app: reader } }))
    await page.has(() => page.formElement === null && page.showsDetails)
    expect(page.focused?.textContent.trim()).to.equal('Back to the list')
  })

  it('is there at once where the page begins with it, and leaves the focus on the list', async () => {
    const page = await open({ view: 'create' })
    await page.has(() => page.focused?.id === 'client_name')
    page.element.view = { view: 'list' }
    await page.has(() => page.formElement === null)
    await page.has(() => page.focused?.className.includes('register') ?? false, 'the list has the focus')
  })

  it('says why an app cannot be edited, and can be closed then', async () => {
    const page = await open({ view: 'edit', client_id: 'nobody' })
    await page.has(() => page.formDialog?.textContent.includes('could not be loaded') ?? false)
    await expect(page.element).to.be.accessible()
    page.closeForm()
    await page.has(() => page.formElement === null)
  })

  it('fills a narrow screen', async () => {
    await setViewport({ width: 320, height: 700 })
    const page = await open()
    await startRegistering(page)
    const { width, height } = page.formDialog?.getBoundingClientRect() ?? {}
    expect([width, height]).to.deep.equal([320, 700])
    await expect(page.element).to.be.accessible()
  })
})
