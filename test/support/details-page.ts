import { expect } from '@open-wc/testing'
import '../../components/oauth-app-details/oauth-app-details.js'
import type { OauthAppDetails } from '../../components/oauth-app-details/oauth-app-details.js'
import type { App } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import type { AppEventLine } from '../../plugin/contract/events.js'
import { detailsHandlers } from './details-handlers.js'
import { ElementPage, textOf } from './element-page.js'
import { FakeApi } from './fake-api.js'
import { sampleConfig } from './sample-data.js'

export { textOf }

const actions = ['enable', 'disable', 'delete', 'restore', 'rotate-secret', 'add-secret', 'end-secret', 'revoke-tokens']
const done = ['enabled', 'disabled', 'deleted', 'restored', 'secret-rotated', 'secret-added', 'secret-ended']
const others = ['tokens-revoked', 'token-issued', 'reassign', 'reassigned', 'edit']
const eventNames = [...actions, ...done, ...others].map((name) => `oauth-app-${name}`)

/** A host that is set up for everything. */
export const allCapabilities: Config['capabilities'] = {
  tokens: true,
  access_tokens: true,
  restore_days: 30,
  reassign: true,
  owners: true,
  registration: true,
  webhooks: true,
  webhook_loopback: false,
  review: true,
  auto_approve: true,
  delete_confirmation: 'click',
}

interface Given {
  readonly capabilities?: Partial<Config['capabilities']>
  readonly config?: Partial<Config>
  readonly lines?: readonly AppEventLine[]
  readonly properties?: Partial<OauthAppDetails>
}

/** What tests see of `<oauth-app-details>`: what a person would point at. */
export class DetailsPage extends ElementPage<OauthAppDetails> {
  /** A page that asks the API, without waiting for the answer. */
  static async ask(api: FakeApi, clientId: string, given: Partial<OauthAppDetails> = {}): Promise<DetailsPage> {
    const page = new DetailsPage(document.createElement('oauth-app-details'), api)
    await page.attach(eventNames, { clientId, ...given })
    return page
  }

  /** The API that {@link show} asks. */
  static apiOf(app: App, { capabilities = {}, config = {}, lines = [] }: Given = {}): FakeApi {
    const api = new FakeApi([app], sampleConfig({ ...config, capabilities: { ...allCapabilities, ...capabilities } }))
    api.handlers = detailsHandlers(api, lines)
    return api
  }

  /** A page that shows its app. */
  static async show(app: App, given: Given = {}): Promise<DetailsPage> {
    const page = await DetailsPage.ask(DetailsPage.apiOf(app, given), app.client_id, given.properties)
    await page.has(() => page.all('.page').length > 0)
    await page.settled()
    return page
  }

  input(selector: string): HTMLInputElement {
    const found = this.find(selector)
    if (!(found instanceof HTMLInputElement)) throw new Error(`${selector} is no input`)
    return found
  }

  /** Types into a field, as one change. */
  type(selector: string, text: string): void {
    const field = this.input(selector)
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  get text(): string {
    return textOf(this.element.renderRoot)
  }

  /** What was said to have been done. */
  get status(): string {
    return textOf(this.find('.toast [role=status]'))
  }

  get alert(): string {
    return textOf(this.find('.toast [role=alert]'))
  }

  get dialog(): HTMLElement | undefined {
    return this.all('dialog#confirm')[0]
  }

  get question(): string {
    return textOf(this.dialog ?? null)
  }

  /** Whom an action would reach, as the dialog says it. */
  get impact(): string {
    return textOf(this.find('dialog .impact'))
  }

  isFocused(selector: string): boolean {
    return this.focused === this.find(selector)
  }

  /** The names of the events, less what they all begin with. None tells a secret. */
  get told(): string[] {
    expect(JSON.stringify(this.events.map(({ detail }) => detail as unknown))).not.to.contain(this.api.secret)
    return this.events.map(({ type }) => type.replace('oauth-app-', ''))
  }

  /** Presses what asks, and waits for the question and what it has to tell. */
  async pose(selector: string): Promise<void> {
    this.find(selector).focus()
    this.find(selector).click()
    await this.has(() => this.dialog?.matches(':modal') === true)
    await this.settled()
  }

  /** Presses a button of the dialog. */
  answer(label: string): void {
    const button = this.all('dialog#confirm button').find((candidate) => textOf(candidate) === label)
    if (!button) throw new Error(`The dialog has no button “${label}”`)
    button.click()
  }
}
