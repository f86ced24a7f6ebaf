import { fixture, html, waitUntil } from '@open-wc/testing'
import { executeServerCommand } from '@web/test-runner-commands'
import type axe from 'axe-core'
import type { OauthApps, OauthAppsView } from '../../components/oauth-apps/oauth-apps.element.js'
import { FakeApi } from './fake-api.js'
import type { NetworkPayload } from './network-command.js'
import { sampleApp } from './sample-data.js'

const formModule = '**/oauth-app-form/oauth-app-form.*'

/** What is loaded to act on several apps. */
export const bulkModule = '**/oauth-app-list/bulk/bulk.*'

/** The first page of a run waits until all modules are compiled. */
const timeout = 8000

/** `<oauth-apps>` in a document of its own, as after opening a page: what nobody needed yet is not loaded. */
export class FreshPage {
  private constructor(
    readonly document: Document,
    readonly window: Window & typeof globalThis,
    readonly apps: OauthApps,
  ) {}

  /** @param modules what the page imports, beneath `components/`. */
  static async open({ modules = ['oauth-apps/oauth-apps'], view }: Given = {}): Promise<FreshPage> {
    await FreshPage.network('up')
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe width="800" height="600" srcdoc=${sourceOf(modules)}></iframe>`,
    )
    const started = () => frame.contentDocument?.querySelector('oauth-apps:defined')
    await waitUntil(started, 'the page has started', { timeout })
    const { contentDocument: document, contentWindow: window } = frame
    const apps = document?.querySelector('oauth-apps')
    if (!document || !window || !apps) throw new Error('The frame has no page')
    const page = new FreshPage(document, window as Window & typeof globalThis, apps)
    apps.fetch = new FakeApi([sampleApp({ client_name: 'Docs Reader' })]).fetch
    if (view) apps.view = view
    apps.api = '/api/oauth-apps'
    await page.has(() => page.find('.row .name', page.list) instanceof page.window.HTMLButtonElement, 'the list')
    return page
  }

  /** How the network is for the module of the form, or another. */
  static async network(state: NetworkPayload['state'], files = formModule): Promise<void> {
    await executeServerCommand('network', { files, state } satisfies NetworkPayload)
  }

  get list(): ShadowRoot | null | undefined {
    return this.apps.shadowRoot?.querySelector('oauth-app-list')?.shadowRoot
  }

  /** What the page shows in place of the list. */
  get form(): string {
    return this.apps.shadowRoot?.querySelector('oauth-app-form')?.shadowRoot?.querySelector('form')?.textContent ?? ''
  }

  get details(): string {
    return this.apps.shadowRoot?.querySelector('oauth-app-details')?.shadowRoot?.querySelector('h2')?.textContent ?? ''
  }

  get failure(): string {
    return this.find('[role=alert]')?.textContent ?? ''
  }

  get isLoading(): boolean {
    return this.find('.skeleton') !== null
  }

  get focused(): string {
    let active = this.document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.textContent.trim() ?? ''
  }

  /** The files of the form that were asked for. */
  get requested(): string[] {
    const entries = this.window.performance.getEntriesByType('resource')
    return entries.map(({ name }) => name).filter((name) => name.includes('/oauth-app-form/oauth-app-form.element'))
  }

  find(selector: string, root: ParentNode | null | undefined = this.apps.shadowRoot): HTMLElement | null {
    return root?.querySelector<HTMLElement>(selector) ?? null
  }

  press(selector: string, root?: ParentNode | null): void {
    const button = this.find(selector, root)
    if (!button) throw new Error(`There is no ${selector}`)
    button.click()
  }

  async has(condition: () => boolean, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout })
    await this.apps.updateComplete
  }

  /** Asks the server for something: what was under way before it has been settled then. */
  async roundTrip(): Promise<void> {
    await this.window.fetch('/package.json', { cache: 'no-store' })
    await this.apps.updateComplete
  }

  /** What axe finds, which looks at the document that it was loaded into. */
  async violations(): Promise<string[]> {
    const script = this.document.createElement('script')
    script.src = '/node_modules/axe-core/axe.min.js'
    const loaded = new Promise((resolve) => (script.onload = resolve))
    this.document.head.append(script)
    await loaded
    const { axe: inside } = this.window as unknown as { readonly axe: typeof axe }
    const { violations } = await inside.run(this.document)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
  }
}

interface Given {
  readonly modules?: readonly string[]
  readonly view?: OauthAppsView
}

function sourceOf(modules: readonly string[]): string {
  const scripts = modules.map((name) => `<script type="module" src="/components/${name}.ts"></script>`)
  return `<!doctype html><html lang="en"><title>Host</title>${scripts.join('')}
    <main><h1>Developer settings</h1><oauth-apps></oauth-apps></main></html>`
}
