import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import '../../components/oauth-apps/oauth-apps.js'
import type { OauthApps, OauthAppsView } from '../../components/oauth-apps/oauth-apps.element.js'
import { FakeApi } from '../support/fake-api.js'
import { sampleApp } from '../support/sample-data.js'

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive' })

/** What tests see of `<oauth-apps>`: its two views, and what has the focus in them. */
class AppsPage {
  readonly views: OauthAppsView[] = []

  private constructor(readonly element: OauthApps) {
    element.addEventListener('oauth-apps-view-change', ({ detail }) => this.views.push(detail))
  }

  static async show(view?: OauthAppsView): Promise<AppsPage> {
    const api = new FakeApi([reader, archive])
    const element = await fixture<OauthApps>(
      html`<oauth-apps api="/api/oauth-apps" .fetch=${api.fetch} .view=${view ?? { view: 'list' }}></oauth-apps>`,
    )
    const page = new AppsPage(element)
    await page.has(() => page.list.textContent.includes('Docs Reader'))
    return page
  }

  get list(): ShadowRoot {
    return rootOf(this.element.shadowRoot?.querySelector('oauth-app-list'))
  }

  get form(): ShadowRoot {
    return rootOf(this.element.shadowRoot?.querySelector('oauth-app-form'))
  }

  get showsForm(): boolean {
    const form = this.element.shadowRoot?.querySelector('oauth-app-form')
    return form?.shadowRoot?.querySelector('[name=client_name], #client_name, input') !== null && form !== null
  }

  get dialog(): HTMLDialogElement | null {
    return this.element.shadowRoot?.querySelector('dialog[open]') ?? null
  }

  get focused(): Element | null {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active
  }

  async has(condition: () => boolean, message?: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 })
    await this.element.updateComplete
  }

  async press(text: string): Promise<void> {
    const buttons = [this.element.shadowRoot, this.list]
      .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>('button, a') ?? [])])
      .filter((button) => button.textContent.trim() === text)
    buttons[0]?.click()
    expect(buttons.length, `a button that says “${text}”`).to.be.greaterThan(0)
    await this.element.updateComplete
  }

  async startEditing(): Promise<void> {
    await this.press('Docs Reader')
    await this.has(() => this.showsForm && this.form.textContent.includes('Edit Docs Reader'))
  }

  async typeIntoForm(text: string): Promise<void> {
    this.form.querySelector<HTMLInputElement>('input[type=text], input:not([type])')?.focus()
    await sendKeys({ type: text })
    await this.has(() => this.element.dirty, 'what was typed counts as a change')
  }
}

function rootOf(element: Element | null | undefined): ShadowRoot {
  if (!element?.shadowRoot) throw new Error('The element is not rendered')
  return element.shadowRoot
}

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
    await page.startEditing()
    expect(page.views).to.deep.equal([{ view: 'edit', client_id: 'reader-1' }])
    await expect(page.element).to.be.accessible()
    await page.press('Back to the list')
    await page.has(() => !page.showsForm)
    await page.has(() => page.focused?.textContent.trim() === 'Docs Reader', 'the name of the app has the focus')
    expect(page.views.at(-1)).to.deep.equal({ view: 'list' })
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
    await page.press('Back to the list')
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
    await page.press('Back to the list')
    await page.has(() => page.dialog !== null)
    await page.press('Discard')
    await page.has(() => !page.showsForm)
    expect(page.element.dirty).to.equal(false)
  })

  it('shows a saved app in the list at once', async () => {
    const page = await AppsPage.show()
    await page.startEditing()
    await page.typeIntoForm('New ')
    const save = [...page.form.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Save')
    save?.click()
    await page.has(() => !page.showsForm, 'the form is done')
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
