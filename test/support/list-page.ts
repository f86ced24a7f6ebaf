import { sendKeys } from '@web/test-runner-commands'
import '../../components/oauth-app-list/oauth-app-list.js'
import type { OauthAppList } from '../../components/oauth-app-list/oauth-app-list.js'
import type { App } from '../../plugin/contract/app.js'
import { ElementPage, textOf } from './element-page.js'
import { FakeApi } from './fake-api.js'

export { textOf }

const eventNames = [
  'oauth-app-list-change',
  'oauth-app-register',
  'oauth-app-open',
  'oauth-app-edit',
  'oauth-app-enable',
  'oauth-app-enabled',
  'oauth-app-disable',
  'oauth-app-disabled',
  'oauth-app-delete',
  'oauth-app-deleted',
  'oauth-app-rotate-secret',
  'oauth-app-secret-rotated',
  'oauth-app-bulk',
  'oauth-app-bulk-done',
] as const

/** What tests see of `<oauth-app-list>`: what a person would point at. */
export class ListPage extends ElementPage<OauthAppList> {
  /** A list that asks the API, without waiting for the answer. */
  static async ask(api: FakeApi, given: Partial<OauthAppList> = {}): Promise<ListPage> {
    const page = new ListPage(document.createElement('oauth-app-list'), api)
    await page.attach(eventNames, given)
    return page
  }

  /** A list that shows its rows. */
  static async show(apps: readonly App[], given: Partial<OauthAppList> = {}): Promise<ListPage> {
    const page = await ListPage.ask(new FakeApi(apps), given)
    await page.has(() => page.rows.length > 0)
    return page
  }

  get rows(): HTMLElement[] {
    return this.all('.row:not(.skeleton)')
  }

  get names(): string[] {
    return this.all('.row .name').map(textOf)
  }

  row(name: string): HTMLElement {
    const found = this.rows.find((row) => textOf(row.querySelector('.name')) === name)
    if (!found) throw new Error(`There is no row for ${name}`)
    return found
  }

  in(name: string, selector: string): HTMLElement {
    const found = this.row(name).querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`There is no ${selector} in the row of ${name}`)
    return found
  }

  button(text: string): HTMLElement {
    const found = this.all('button').find((button) => textOf(button) === text)
    if (!found) throw new Error(`There is no button ${text}`)
    return found
  }

  get search(): HTMLInputElement {
    return this.find('input[type=search]') as HTMLInputElement
  }

  /** Types into the search field without a pause, however slow the machine is. */
  type(text: string): void {
    this.search.value = text
    this.search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  }

  get status(): string {
    return textOf(this.find('.summary [role=status]'))
  }

  get alert(): string {
    return this.all('[role=alert]').map(textOf).join(' ').trim()
  }

  get text(): string {
    return textOf(this.find('.container'))
  }

  get dialog(): HTMLDialogElement | undefined {
    return this.all('dialog[open]')[0] as HTMLDialogElement | undefined
  }

  /** The box that selects an app. */
  box(name: string): HTMLInputElement {
    return this.in(name, '.select input') as HTMLInputElement
  }

  get selectAll(): HTMLInputElement {
    return this.find('.select-all') as HTMLInputElement
  }

  /** The names of the rows that are selected. */
  get selected(): string[] {
    return this.names.filter((name) => this.row(name).querySelector<HTMLInputElement>('.select input')?.checked)
  }

  /** What the bar says of the selection; nothing when there is none. */
  get count(): string {
    return this.all('.selection-bar .count').map(textOf).join('')
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const name of names) this.box(name).click()
    await this.element.updateComplete
  }

  /** Presses a button of the bar, and waits for its question. */
  async ask(action: string): Promise<void> {
    const button = this.all('.selection-bar button').find((candidate) => textOf(candidate) === action)
    if (!button) throw new Error(`The bar has no ${action}`)
    button.focus()
    button.click()
    await this.has(() => this.dialog !== undefined, 'the question is shown')
  }

  get dialogText(): string {
    return textOf(this.dialog ?? null)
  }

  get menuItems(): string[] {
    return this.all('.menu:popover-open [role=menuitem]').map(textOf)
  }

  isFocused(element: Element): boolean {
    return this.focused === element
  }

  get focusedText(): string {
    return textOf(this.focused)
  }

  eventsNamed(name: (typeof eventNames)[number]): CustomEvent[] {
    return this.events.filter(({ type }) => type === name)
  }

  async openMenu(name: string): Promise<void> {
    this.in(name, '.menu-button').focus()
    await sendKeys({ press: 'Enter' })
    await this.has(() => this.menuItems.includes(this.focusedText), 'the menu has the focus')
  }

  /** Opens the menu of an app and takes an item, as a mouse would. */
  async choose(name: string, item: string): Promise<void> {
    await this.openMenu(name)
    this.all('.menu:popover-open button')
      .find((button) => textOf(button) === item)
      ?.click()
    await this.element.updateComplete
  }

  async question(name: string, item: string): Promise<void> {
    await this.choose(name, item)
    await this.has(() => this.dialog !== undefined, 'the question is shown')
  }

  /** Presses a button of the question. */
  answer(text: string): void {
    const buttons = [...(this.dialog?.querySelectorAll('button') ?? [])]
    const found = buttons.find((button) => textOf(button) === text)
    if (!found) throw new Error(`The question has no ${text}`)
    found.click()
  }
}
