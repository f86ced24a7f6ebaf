import { fixture, html, waitUntil } from '@open-wc/testing'
import '../../components/oauth-app-credentials/oauth-app-credentials.js'
import type { OauthAppCredentials } from '../../components/oauth-app-credentials/oauth-app-credentials.element.js'

/** With a character that URLs encode, so that each form of the secret is a different text. */
export const credentials = {
  client_id: 'zap-1f0c',
  client_name: 'Zap & Co',
  client_secret: 'oak_not/a+real-secret=c41d',
}

export const publicClient = { client_id: 'spa-77aa', client_name: 'Page' }

/** A file that the element hands out. */
export interface Download {
  name: string
  url: string
  readonly revoked: string[]
  text: () => Promise<string>
}

const restorers: (() => void)[] = []

afterEach(() => {
  for (const restore of restorers.splice(0)) restore()
})

function replace<Owner extends object, Key extends keyof Owner>(owner: Owner, key: Key, value: Owner[Key]): void {
  const before = owner[key]
  owner[key] = value
  restorers.push(() => (owner[key] = before))
}

/** What tests see of `<oauth-app-credentials>`, which stands inside another element's shadow root. */
export class CredentialsPage {
  readonly dismissals: unknown[] = []

  private constructor(
    readonly opener: HTMLButtonElement,
    readonly element: OauthAppCredentials,
  ) {}

  static async show(given: Partial<OauthAppCredentials>): Promise<CredentialsPage> {
    const place = await fixture<HTMLElement>(
      html`<div>
        <button>Open</button>
        <div></div>
      </div>`,
    )
    const [opener, host] = [place.querySelector('button'), place.querySelector('div')]
    if (!opener || !host) throw new Error('The place is not there')
    const element = document.createElement('oauth-app-credentials')
    const page = new CredentialsPage(opener, element)
    place.addEventListener('oauth-app-credentials-dismissed', ({ detail }) => page.dismissals.push(detail))
    Object.assign(element, given)
    host.attachShadow({ mode: 'open' }).append(element)
    await element.updateComplete
    return page
  }

  get text(): string {
    return this.element.renderRoot.textContent.replace(/\s+/g, ' ').trim()
  }

  get values(): string[] {
    return [...this.element.renderRoot.querySelectorAll('code')].map((code) => code.textContent)
  }

  get dialog(): HTMLDialogElement {
    return this.#find('dialog.wide', HTMLDialogElement)
  }

  get stored(): HTMLInputElement {
    return this.#find('.stored input', HTMLInputElement)
  }

  /** The question that is asked, if one is. */
  get question(): string {
    return this.element.renderRoot.querySelector('dialog[open]:not(.wide)')?.textContent ?? ''
  }

  /** The name of what has the focus. */
  get focusedText(): string {
    const active = this.element.shadowRoot?.activeElement
    const labelled = active instanceof HTMLInputElement ? active.closest('label') : active
    return active?.getAttribute('aria-label') ?? labelled?.textContent.trim() ?? ''
  }

  async click(text: string): Promise<void> {
    await this.#press((button) => button.textContent.trim() === text)
  }

  async clickNamed(name: string): Promise<void> {
    await this.#press((button) => button.getAttribute('aria-label') === name)
  }

  async tickStored(): Promise<void> {
    this.stored.click()
    await this.element.updateComplete
  }

  /** Closes it without having stored the secret. */
  async dismiss(): Promise<void> {
    await this.click('Done')
    await this.asks()
    await this.click('Close anyway')
    await waitUntil(() => this.dismissals.length > 0, 'it is dismissed', { timeout: 3000 })
  }

  async asks(): Promise<void> {
    await waitUntil(() => this.question !== '', 'it asks', { timeout: 3000 })
  }

  async asksNothing(): Promise<void> {
    await waitUntil(() => this.question === '', 'it asks nothing', { timeout: 3000 })
  }

  async says(words: string): Promise<void> {
    const said = (): string =>
      [...this.element.renderRoot.querySelectorAll('[role=status]')].map((node) => node.textContent).join(' ')
    await waitUntil(() => said().includes(words), `it says ${words}`, { timeout: 3000 })
  }

  /** What goes to the clipboard from now on. */
  captureClipboard(): string[] {
    const copied: string[] = []
    replace(navigator.clipboard, 'writeText', (text) => {
      copied.push(text)
      return Promise.resolve()
    })
    return copied
  }

  refuseClipboard(): void {
    replace(navigator.clipboard, 'writeText', () => Promise.reject(new DOMException('No', 'NotAllowedError')))
  }

  captureDownload(): Download {
    const createObjectURL = URL.createObjectURL.bind(URL)
    const revokeObjectURL = URL.revokeObjectURL.bind(URL)
    const download: Download = { name: '', url: '', revoked: [], text: () => Promise.resolve('') }
    replace(URL, 'createObjectURL', (object) => {
      if (object instanceof Blob) download.text = () => object.text()
      return createObjectURL(object)
    })
    replace(URL, 'revokeObjectURL', (url) => {
      download.revoked.push(url)
      revokeObjectURL(url)
    })
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      download.name = this.download
      download.url = this.href
    })
    return download
  }

  /** Whether the browser would leave the page without asking. */
  mayLeave(): boolean {
    return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  }

  async #press(matches: (button: HTMLButtonElement) => boolean): Promise<void> {
    const button = [...this.element.renderRoot.querySelectorAll('button')].find(matches)
    if (!button) throw new Error('There is no such button')
    button.click()
    await this.element.updateComplete
    await this.element.updateComplete
  }

  #find<Found extends Element>(selector: string, kind: new () => Found): Found {
    const found = this.element.renderRoot.querySelector(selector)
    if (found instanceof kind) return found
    throw new Error(`There is no ${selector}`)
  }
}
