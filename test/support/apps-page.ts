import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../components/oauth-apps/oauth-apps.js'
import type { OauthApps, OauthAppsView } from '../../components/oauth-apps/oauth-apps.element.js'
import { FakeApi } from './fake-api.js'
import { sampleApp } from './sample-data.js'

export const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive' })

interface Given {
  readonly formIn?: OauthApps['formIn']
  readonly api?: FakeApi
}

/** What tests see of `<oauth-apps>`: its views, and what has the focus in them. */
export class AppsPage {
  readonly views: OauthAppsView[] = []

  private constructor(readonly element: OauthApps) {
    element.addEventListener('oauth-apps-view-change', ({ detail }) => this.views.push(detail))
  }

  static async show(
    view?: OauthAppsView,
    listState: OauthApps['listState'] = {},
    { formIn = 'page', api = new FakeApi([reader, archive]) }: Given = {},
  ): Promise<AppsPage> {
    const element = await fixture<OauthApps>(
      html`<oauth-apps
        api="/api/oauth-apps"
        .fetch=${api.fetch}
        .view=${view ?? { view: 'list' }}
        .listState=${listState}
        form-in=${formIn}
      ></oauth-apps>`,
    )
    const page = new AppsPage(element)
    await page.has(() => page.list.textContent.includes(listState.q === undefined ? 'Docs Reader' : 'matches'))
    return page
  }

  get list(): ShadowRoot {
    return rootOf(this.element.shadowRoot?.querySelector('oauth-app-list'))
  }

  get form(): ShadowRoot {
    return rootOf(this.element.shadowRoot?.querySelector('oauth-app-form'))
  }

  get formElement(): Element | null | undefined {
    return this.element.shadowRoot?.querySelector('oauth-app-form')
  }

  get showsForm(): boolean {
    const form = this.formElement
    return form?.shadowRoot?.querySelector('[name=client_name], #client_name, input') !== null && Boolean(form)
  }

  get dialog(): HTMLDialogElement | null {
    return this.element.shadowRoot?.querySelector('dialog[open]') ?? null
  }

  /** The dialog of the form, while it is open. */
  get formDialog(): HTMLDialogElement | null {
    return this.formElement?.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]') ?? null
  }

  get credentialsDialog(): HTMLDialogElement | null {
    return this.#credentials?.querySelector<HTMLDialogElement>('dialog[open]') ?? null
  }

  get isListShown(): boolean {
    return this.list.host.checkVisibility()
  }

  /** The person has stored the secret. */
  storeSecret(): void {
    this.#credentials?.querySelector('input')?.click()
    this.#credentials?.querySelector<HTMLElement>('.primary')?.click()
  }

  get #credentials(): ShadowRoot | null | undefined {
    return this.formElement?.shadowRoot?.querySelector('oauth-app-credentials')?.shadowRoot
  }

  pressInForm(text: string): void {
    const buttons = [...this.form.querySelectorAll('button')]
    const button = buttons.find(({ textContent }) => textContent.trim() === text)
    if (!button) throw new Error(`The form has no button ${text}`)
    button.click()
  }

  /** By the button in the corner of its dialog. */
  closeForm(): void {
    this.form.querySelector<HTMLElement>('.close')?.click()
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

  get details(): ShadowRoot | null {
    return this.element.shadowRoot?.querySelector('oauth-app-details')?.shadowRoot ?? null
  }

  get showsDetails(): boolean {
    return this.details?.querySelector('h2')?.textContent.trim() === 'Docs Reader'
  }

  async press(text: string): Promise<void> {
    const buttons = [this.element.shadowRoot, this.details, this.list]
      .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>('button, a') ?? [])])
      .filter((button) => button.textContent.trim() === text)
    buttons[0]?.click()
    expect(buttons.length, `a button that says “${text}”`).to.be.greaterThan(0)
    await this.element.updateComplete
  }

  async open(): Promise<void> {
    await this.press('Docs Reader')
    await this.has(() => this.showsDetails, 'the page of the app')
  }

  /** From the page of the app. */
  async startEditing(): Promise<void> {
    await this.open()
    await this.press('Edit')
    await this.has(() => this.showsForm && this.form.textContent.includes('Edit Docs Reader'))
  }

  async chooseFromMenu(text: string): Promise<void> {
    this.list.querySelector<HTMLElement>('[data-client-id=reader-1] .menu-button')?.click()
    const items = [...this.list.querySelectorAll<HTMLElement>('[data-client-id=reader-1] [role=menuitem]')]
    items.find((item) => item.textContent.trim() === text)?.click()
    await this.element.updateComplete
  }

  /** What the page of the app tells after it has done something. */
  tell(event: 'oauth-app-deleted' | 'oauth-app-restored'): void {
    this.details?.host.dispatchEvent(new CustomEvent(event, { detail: { app: reader } }))
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
