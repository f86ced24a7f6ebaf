import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import type { OauthApps } from '../../components/oauth-apps/oauth-apps.element.js'
import { AppsPage, reader } from '../support/apps-page.js'

describe('<oauth-apps>', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('shows the list first', async () => {
    const page = await AppsPage.show()
    expect(page.showsForm).to.equal(false)
    await expect(page.element).to.be.accessible()
  })

  it('goes to the form for a new app, with the focus, and says so to its host', async () => {
    const page = await AppsPage.show()
    await page.press('Register application')
    await page.has(() => page.showsForm && page.form.textContent.includes('Register a new application'))
    expect(page.views).to.deep.equal([{ view: 'create' }])
    expect(page.focused?.textContent.trim()).to.equal('Back to the list')
    await expect(page.element).to.be.accessible()
  })

  it('opens an app from its row, and gives the focus back to it', async () => {
    const page = await AppsPage.show()
    await page.open()
    expect(page.views).to.deep.equal([{ view: 'details', client_id: 'reader-1' }])
    expect(page.focused?.textContent.trim()).to.equal('Back to the list')
    await expect(page.element).to.be.accessible()
    await page.press('Back to the list')
    await page.has(() => !page.showsDetails)
    await page.has(() => page.focused?.textContent.trim() === 'Docs Reader', 'the name of the app has the focus')
    expect(page.views.at(-1)).to.deep.equal({ view: 'list' })
  })

  for (const [afterCreate, view] of [
    ['list', { view: 'list' }],
    ['details', { view: 'details', client_id: 'reader-1' }],
  ] as const) {
    it(`goes on to the ${afterCreate === 'list' ? 'list' : 'page of the app'} once an app is registered, with after-create="${afterCreate}"`, async () => {
      const page = await AppsPage.show()
      page.element.setAttribute('after-create', afterCreate)
      await page.press('Register application')
      await page.has(() => page.showsForm)
      page.formElement?.dispatchEvent(new CustomEvent('oauth-app-form-done', { detail: { app: reader } }))
      await page.has(() => !page.showsForm && page.showsDetails === (afterCreate === 'details'))
      expect(page.views.at(-1)).to.deep.equal(view)
    })
  }

  it('edits an app from its page, and goes back there', async () => {
    const page = await AppsPage.show()
    await page.startEditing()
    expect(page.views.at(-1)).to.deep.equal({ view: 'edit', client_id: 'reader-1' })
    await expect(page.element).to.be.accessible()
    await page.press('Back to the application')
    await page.has(() => page.showsDetails && !page.showsForm)
    expect(page.views.at(-1)).to.deep.equal({ view: 'details', client_id: 'reader-1' })
    await page.press('Back to the list')
    await page.has(() => page.focused?.textContent.trim() === 'Docs Reader', 'the name of the app has the focus')
  })

  it('points back to where reading begins', async () => {
    for (const [dir, turned] of [
      ['ltr', 'none'],
      ['rtl', 'matrix(-1, 0, 0, 1, 0, 0)'],
    ] as const) {
      const page = await AppsPage.show({ view: 'create' })
      page.element.dir = dir
      const arrow = page.element.shadowRoot?.querySelector('.back svg')
      expect(arrow && getComputedStyle(arrow).transform, dir).to.equal(turned)
    }
  })

  it('goes back to the list from a form that was opened there', async () => {
    const page = await AppsPage.show()
    await page.chooseFromMenu('Edit')
    await page.has(() => page.showsForm)
    await page.press('Back to the list')
    await page.has(() => !page.showsForm)
    expect(page.views.at(-1)).to.deep.equal({ view: 'list' })
  })

  it('takes an app that was deleted on its page from the list, and brings one back that was restored', async () => {
    const page = await AppsPage.show()
    await page.open()
    page.tell('oauth-app-deleted')
    await page.has(() => !page.list.textContent.includes('Docs Reader'))
    expect(page.showsDetails, 'its page stays').to.equal(true)
    page.tell('oauth-app-restored')
    await page.has(() => page.list.textContent.includes('Docs Reader'))
  })

  it('shows the list as its host had kept it, and leaves later choices to the person', async () => {
    const page = await AppsPage.show(undefined, { q: 'arch', status: 'disabled', columns: ['last_used'] })
    const list = page.element.shadowRoot?.querySelector('oauth-app-list')
    expect([list?.q, list?.status, list?.sort, list?.columns]).to.deep.equal([
      'arch',
      'disabled',
      '-created_at',
      ['last_used'],
    ])
    if (list) Object.assign(list, { q: 'else', columns: ['scopes'] })
    page.element.requestUpdate()
    await page.element.updateComplete
    expect([list?.q, list?.columns]).to.deep.equal(['else', ['scopes']])
  })

  it('shows the list as its host had kept it also when a person has narrowed it since', async () => {
    const kept = { q: 'docs' }
    const page = await AppsPage.show()
    page.element.listState = kept
    await page.has(() => page.list.textContent.includes('1 application shown'))
    await page.press('Disabled')
    await page.has(() => page.list.textContent.includes('Nothing matches'))
    expect(page.element.listState.status).to.equal('disabled')
    page.element.listState = kept
    await page.has(() => page.list.textContent.includes('1 application shown'))
    expect(page.list.textContent).to.contain('Docs Reader')
  })

  it('passes over what it does not know of a state that its host had kept', async () => {
    const nonsense = {
      status: 'archived',
      sort: 'colour',
      unusedForDays: Number.NaN,
      secretExpiresWithinDays: 3651,
      columns: ['colour', 'scopes'],
    }
    const page = await AppsPage.show({ view: 'list' }, nonsense as unknown as OauthApps['listState'])
    expect(page.list.textContent).to.contain('2 applications shown')
    expect(page.list.textContent).not.to.contain('Try again')
    const pressed = [...page.list.querySelectorAll('[aria-pressed=true]')].map((chip) => chip.textContent.trim())
    expect(pressed).to.contain('All')
    const list = page.element.shadowRoot?.querySelector('oauth-app-list')
    expect([list?.status, list?.sort, list?.unusedForDays, list?.secretExpiresWithinDays, list?.columns]).to.deep.equal(
      [undefined, '-created_at', undefined, undefined, ['scopes']],
    )
  })

  it('shows what its host asks for, without telling it', async () => {
    const page = await AppsPage.show({ view: 'edit', client_id: 'archive-2' })
    await page.has(() => page.showsForm && page.form.textContent.includes('Edit Archive'))
    expect(page.views).to.deep.equal([])
  })

  it('asks before changes are lost, with the focus on staying', async () => {
    const page = await AppsPage.show()
    await page.startEditing()
    await page.typeIntoForm(' and more')
    await page.press('Back to the application')
    await page.has(() => page.dialog !== null)
    expect(page.dialog?.textContent).to.contain('Discard your changes?')
    expect(page.focused?.textContent.trim()).to.equal('Keep editing')
    await expect(page.element).to.be.accessible()
    await page.press('Keep editing')
    await page.has(() => page.dialog === null)
    expect(page.showsForm).to.equal(true)
    expect(page.element.dirty).to.equal(true)
  })

  it('leaves when the person agrees to lose them', async () => {
    const page = await AppsPage.show()
    await page.startEditing()
    await page.typeIntoForm(' and more')
    await page.press('Back to the application')
    await page.has(() => page.dialog !== null)
    await page.press('Discard')
    await page.has(() => !page.showsForm)
    expect(page.element.dirty).to.equal(false)
  })

  it('shows a saved app at once, on its page and in the list', async () => {
    const page = await AppsPage.show()
    await page.startEditing()
    await page.typeIntoForm('New ')
    const save = [...page.form.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Save')
    save?.click()
    await page.has(() => !page.showsForm, 'the form is done')
    await page.has(() => page.details?.querySelector('h2')?.textContent.includes('New ') ?? false)
    expect(page.list.textContent).to.contain('New ')
  })

  it('needs no sideways scrolling at 320 px', async () => {
    await setViewport({ width: 320, height: 800 })
    const page = await AppsPage.show()
    expect(page.element.scrollWidth).to.be.at.most(320)
    await page.startEditing()
    expect(document.documentElement.scrollWidth).to.be.at.most(320)
    await expect(page.element).to.be.accessible()
  })
})
