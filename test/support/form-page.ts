import { fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { LitElement } from 'lit'
import '../../components/oauth-app-form/oauth-app-form.js'
import type { OauthAppForm } from '../../components/oauth-app-form/oauth-app-form.js'
import type { App } from '../../plugin/contract/app.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import { FakeApi } from './fake-api.js'
import { textOf } from './list-page.js'

const eventNames = ['oauth-app-created', 'oauth-app-saved', 'oauth-app-form-done', 'oauth-app-form-cancel'] as const

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type ListField = 'redirect_uris' | 'allowed_origins' | 'contacts'

/** What tests see of `<oauth-app-form>`: what a person would point at. */
export class FormPage {
  /** What came through to an ancestor, the oldest first. */
  readonly events: CustomEvent[] = []

  private constructor(
    readonly element: OauthAppForm,
    readonly api: FakeApi,
  ) {}

  /** A form that asks the API, without waiting for the answer. */
  static async ask(api: FakeApi, given: Partial<OauthAppForm> = {}): Promise<FormPage> {
    const ancestor = await fixture<HTMLElement>(html`<main></main>`)
    const element = document.createElement('oauth-app-form')
    const page = new FormPage(element, api)
    for (const name of eventNames) ancestor.addEventListener(name, (event) => page.events.push(event))
    Object.assign(element, { api: '/api/oauth-apps', fetch: api.fetch, ...given })
    ancestor.append(element)
    await element.updateComplete
    return page
  }

  /** A form for a new app, with everything there. */
  static async create(api = new FakeApi()): Promise<FormPage> {
    const page = await FormPage.ask(api)
    await page.has(() => page.all('form').length > 0, 'the form is there')
    await page.settled()
    return page
  }

  /** The form of an app that the server has. */
  static async edit(app: App, config: ConstructorParameters<typeof FakeApi>[1] = {}): Promise<FormPage> {
    const page = await FormPage.ask(new FakeApi([app], config), { clientId: app.client_id })
    await page.has(() => page.all('form').length > 0, 'the form is there')
    await page.settled()
    return page
  }

  async has(condition: () => boolean, message?: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 3000 })
    await this.settled()
  }

  /** Waits until the form and its parts have rendered. */
  async settled(): Promise<void> {
    await this.element.updateComplete
    for (const part of this.parts) await part.updateComplete
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)]
  }

  find(selector: string): HTMLElement {
    const [found] = this.all(selector)
    if (!found) throw new Error(`There is no ${selector} in the form`)
    return found
  }

  /** The part of the page about one field: its own shadow root, where it has one. */
  field(name: FieldName): HTMLElement | ShadowRoot {
    const part = this.find(`[data-field=${name}]`)
    return part.shadowRoot ?? part
  }

  inField(name: FieldName, selector: string): HTMLElement {
    const found = this.field(name).querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`There is no ${selector} at ${name}`)
    return found
  }

  control(name: FieldName): Control {
    return this.inField(name, 'input:not([type=file]), textarea, select') as Control
  }

  get parts(): LitElement[] {
    return this.all('[data-field]').filter((part) => part instanceof LitElement)
  }

  get visibleFields(): string[] {
    return this.all('[data-field]').map(({ dataset }) => dataset['field'] ?? '')
  }

  /** The sentences below a field. */
  faults(name: FieldName): string[] {
    return [...this.field(name).querySelectorAll('.fault-text')].map(textOf)
  }

  /** Above the buttons: what keeps the form from being saved. */
  get summary(): string {
    return textOf(this.find('.footer [role=alert]'))
  }

  get text(): string {
    return textOf(this.element.renderRoot.querySelector('form') ?? this.element.shadowRoot)
  }

  button(text: string, root: ParentNode = this.element.renderRoot): HTMLButtonElement {
    const found = [...root.querySelectorAll('button')].find((button) => textOf(button) === text)
    if (!found) throw new Error(`There is no button ${text}`)
    return found
  }

  /** The element that has the focus, however deep. */
  get focused(): Element | null {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    return focused
  }

  /** Elements are not handed to an assertion: printing one takes longer than the test. */
  async hasFocus(element: Element): Promise<void> {
    await this.has(() => this.focused === element, `${element.localName} has the focus`)
  }

  async type(name: FieldName, text: string): Promise<void> {
    const control = this.control(name)
    control.focus()
    if (control instanceof HTMLSelectElement) throw new Error('A select is not typed into')
    control.select()
    await (text === '' ? sendKeys({ press: 'Delete' }) : sendKeys({ type: text }))
    await this.settled()
  }

  /** As one keystroke changes a field, without the time that the browser takes to type, and wherever the focus is. */
  async hear(name: FieldName, text: string, init: InputEventInit = {}): Promise<void> {
    const control = this.control(name)
    control.value = text
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, ...init }))
    await this.settled()
  }

  async add(name: ListField, text: string): Promise<void> {
    await this.type(name, text)
    await sendKeys({ press: 'Enter' })
    await this.settled()
  }

  rows(name: ListField): string[] {
    return [...this.field(name).querySelectorAll('.row > .mono')].map(textOf)
  }

  async leave(): Promise<void> {
    await sendKeys({ press: 'Tab' })
    await this.settled()
  }

  async save(): Promise<void> {
    this.find('[type=submit]').click()
    await this.settled()
  }

  eventsNamed(name: (typeof eventNames)[number]): CustomEvent[] {
    return this.events.filter(({ type }) => type === name)
  }

  get credentials() {
    return this.element.renderRoot.querySelector('oauth-app-credentials')
  }

  /** As the credentials element says it, once a person has stored the secret. */
  async storeCredentials(): Promise<void> {
    const { credentials } = this
    if (!credentials) throw new Error('There are no credentials')
    await credentials.updateComplete
    const root = credentials.renderRoot
    root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
    await credentials.updateComplete
    this.button('Done', root).click()
    await this.has(() => this.credentials === null, 'the credentials are gone')
  }
}
