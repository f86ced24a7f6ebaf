import { expect } from '@open-wc/testing'
import { bulkModule, FreshPage } from '../support/fresh-page.js'

describe('<oauth-apps>, which loads the form and the page of an app when somebody is about to use them', () => {
  it('shows the list without the form’s code', async () => {
    const page = await FreshPage.open()
    expect(page.window.customElements.get('oauth-app-list')).to.exist
    expect(page.window.customElements.get('oauth-app-form')).not.to.exist
    expect(page.requested).to.deep.equal([])
  })

  for (const [tag, what, selector] of [
    ['oauth-app-form', 'the Register button', '.register'],
    ['oauth-app-details', 'a row', '.row .name'],
  ] as const) {
    it(`loads <${tag}> as soon as somebody points at ${what}, and stays where it is`, async () => {
      const page = await FreshPage.open()
      page.find('input', page.list)?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))
      expect(page.requested).to.deep.equal([])
      page.find(selector, page.list)?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))
      await page.has(() => page.window.customElements.get(tag) !== undefined, 'it is registered')
      expect(page.apps.view).to.deep.equal({ view: 'list' })
    })

    it(`loads <${tag}> as soon as the keyboard is on ${what}`, async () => {
      const page = await FreshPage.open()
      page.window.focus()
      page.find(selector, page.list)?.focus()
      await page.has(() => page.window.customElements.get(tag) !== undefined, 'it is registered')
    })
  }

  it('keeps the form’s place while it loads, with the focus on the way back', async () => {
    const page = await FreshPage.open()
    await FreshPage.network('slow')
    page.press('.register', page.list)
    await page.has(() => page.isLoading, 'the place of the form')
    expect(page.find('.skeleton [role=status]')?.textContent).to.equal('Loading')
    expect(page.focused).to.equal('Back to the list')
    expect(await page.violations()).to.deep.equal([])
    const { top } = boxOf(page.find('.skeleton'))

    await FreshPage.network('up')
    await page.has(() => page.form.includes('Register a new application'), 'the form')
    expect(boxOf(page.find('oauth-app-form')).top).to.equal(top)
    expect(page.isLoading).to.equal(false)
    expect(page.focused).to.equal('Back to the list')
  })

  it('loads it at once where the page begins with it', async () => {
    const page = await FreshPage.open({ view: { view: 'edit', client_id: 'docs-reader-7f3a' } })
    await page.has(() => page.form.includes('Edit Docs Reader'), 'the form')
  })

  it('loads the page of an app at once where the page begins with it', async () => {
    const page = await FreshPage.open({ view: { view: 'details', client_id: 'docs-reader-7f3a' } })
    await page.has(() => page.details.includes('Docs Reader'), 'the page of the app')
    expect(page.window.customElements.get('oauth-app-form')).not.to.exist
  })

  it('says that it could not be loaded, and tries again with the focus where it was', async () => {
    const page = await FreshPage.open()
    await FreshPage.network('down')
    page.press('.register', page.list)
    await page.has(() => page.failure !== '', 'the failure')
    expect(page.failure).to.contain('This part of the page could not be loaded.')
    expect(page.focused).to.equal('Back to the list')
    expect(await page.violations()).to.deep.equal([])

    page.find('.part-failure button')?.focus()
    page.press('.part-failure button')
    await page.has(() => requestsOfForm(page) === 2 && page.failure !== '', 'it fails again')
    expect(page.focused).to.equal('Back to the list')

    await FreshPage.network('up')
    page.press('.part-failure button')
    await page.has(() => page.form.includes('Register a new application'), 'the form')
    expect(page.failure).to.equal('')
    expect(page.focused).to.equal('Back to the list')
  })

  it('goes back to the list from there, and tries again when somebody returns', async () => {
    const page = await FreshPage.open()
    await FreshPage.network('down')
    page.press('.register', page.list)
    await page.has(() => page.failure !== '', 'the failure')
    page.press('.back')
    await page.has(() => page.focused === 'Register application', 'the list has the focus')

    await FreshPage.network('up')
    page.press('.register', page.list)
    await page.has(() => page.form.includes('Register a new application'), 'the form')
  })

  it('says that what acts on several apps could not be loaded, and acts when it is asked again', async () => {
    const page = await FreshPage.open()
    await FreshPage.network('down', bulkModule)
    page.press('.row input[type=checkbox]', page.list)
    const disable = () =>
      [...(page.list?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.trim() === 'Disable')
    await page.has(() => disable() !== undefined, 'what can be done to the selected app')
    disable()?.click()
    const alert = () => page.find('.summary [role=alert]', page.list)?.textContent ?? ''
    await page.has(() => alert().includes('This part of the page could not be loaded.'), 'the failure')
    expect(page.find('#bulk', page.list)).to.equal(null)
    expect(page.find('.row input[type=checkbox]', page.list)?.matches(':checked')).to.equal(true)

    await FreshPage.network('up', bulkModule)
    disable()?.click()
    await page.has(() => page.find('#bulk', page.list)?.matches(':modal') === true, 'the question')
    expect(page.focused).to.equal('Cancel')
  })

  it('is quiet about what it could not load ahead, and does not ask for it again and again', async () => {
    const page = await FreshPage.open()
    await FreshPage.network('down')
    const register = page.find('.register', page.list)
    const point = () => register?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))
    point()
    await page.has(() => requestsOfForm(page) === 1, 'it was asked for')
    await page.roundTrip()
    point()
    await page.roundTrip()
    expect(requestsOfForm(page)).to.equal(1)
    expect(page.failure).to.equal('')
    await FreshPage.network('up')
    page.press('.register', page.list)
    await page.has(() => page.form.includes('Register a new application'), 'the form')
    expect(requestsOfForm(page)).to.equal(2)
  })

  it('uses the form that the page has registered, without a request', async () => {
    const page = await FreshPage.open({ modules: ['define'] })
    await FreshPage.network('down')
    const before = page.requested
    page.press('.register', page.list)
    await page.has(() => page.find('oauth-app-form') !== null, 'the form is there')
    expect(page.isLoading).to.equal(false)
    await page.has(() => page.form.includes('Register a new application'), 'the form')
    expect(page.requested).to.deep.equal(before)
  })
})

function boxOf(element: HTMLElement | null): DOMRect {
  if (!element) throw new Error('The element is not rendered')
  return element.getBoundingClientRect()
}

/** How often the module that registers the form was asked for. */
function requestsOfForm(page: FreshPage): number {
  const entries = page.window.performance.getEntriesByType('resource')
  return entries.filter(({ name }) => /\/oauth-app-form\/oauth-app-form\.[jt]s$/.test(name)).length
}
