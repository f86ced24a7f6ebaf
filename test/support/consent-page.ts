import { fixture, html, waitUntil } from '@open-wc/testing'
import type { ConsentRequest } from '../../components/oauth-consent/consent-request.js'
import '../../components/oauth-consent/oauth-consent.js'
import type { OauthConsent } from '../../components/oauth-consent/oauth-consent.js'
import { textOf } from './list-page.js'

const eventNames = ['oauth-consent-allow', 'oauth-consent-deny', 'oauth-consent-switch-user'] as const

/** An app as a consent screen may know it, and what it asks for. */
export function sampleRequest({ app, ...given }: Partial<ConsentRequest> = {}): ConsentRequest {
  return {
    app: {
      client_name: 'Docs Reader',
      description: 'Reads documents.',
      client_uri: 'https://reader.example.com/about',
      policy_uri: 'https://reader.example.com/privacy',
      tos_uri: 'https://reader.example.com/terms',
      publisher: { name: 'Acme' },
      ...app,
    },
    scopes: ['files:read'],
    redirect_uri: 'https://reader.example.com/callback',
    ...given,
  }
}

/** What tests see of `<oauth-consent>`: what a person would read and press, and what the page around it gets. */
export class ConsentPage {
  /** Submissions of the form around it, as lines of `name=value`. They go nowhere. */
  readonly submissions: string[][] = []
  readonly events: CustomEvent[] = []

  private constructor(
    readonly form: HTMLFormElement,
    readonly element: OauthConsent,
  ) {}

  /** @param attributes as they would stand in the page. */
  static async show(given: Partial<OauthConsent>, attributes: Record<string, string> = {}): Promise<ConsentPage> {
    const form = await fixture<HTMLFormElement>(
      html`<form><input type="hidden" name="csrf" value="token" /><input name="other" /></form>`,
    )
    const element = document.createElement('oauth-consent')
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    Object.assign(element, given)
    const page = new ConsentPage(form, element)
    for (const name of eventNames) form.addEventListener(name, (event) => page.events.push(event))
    form.addEventListener('submit', (event) => {
      page.submissions.push(
        [...new FormData(form)].map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`),
      )
      event.preventDefault()
    })
    form.append(element)
    await element.updateComplete
    return page
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)]
  }

  find(selector: string): HTMLElement {
    const [found] = this.all(selector)
    if (!found) throw new Error(`There is no ${selector} on the screen`)
    return found
  }

  get text(): string {
    return textOf(this.element.shadowRoot)
  }

  texts(selector: string): string[] {
    return this.all(selector).map(textOf)
  }

  get boxes(): HTMLInputElement[] {
    return this.all('input[type=checkbox]').filter((box) => box instanceof HTMLInputElement)
  }

  /** The box beside a sentence. */
  box(sentence: string): HTMLInputElement {
    const found = this.boxes.find((box) => textOf(box.closest('label')).startsWith(sentence))
    if (!found) throw new Error(`There is no box for “${sentence}”`)
    return found
  }

  async press(selector: string): Promise<void> {
    this.find(selector).click()
    await this.element.updateComplete
  }

  async toggle(sentence: string): Promise<void> {
    this.box(sentence).click()
    await this.element.updateComplete
  }

  async has(condition: () => boolean, message?: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 3000 })
    await this.element.updateComplete
  }

  get told(): string[] {
    return this.events.map(({ type, detail }) =>
      [type, ...(detail ? (detail as { scopes: string[] }).scopes : [])].join(' '),
    )
  }
}
