import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core'
import { chromiumLaunchOptions } from './chromium.js'

/** Where pages come from: the demo, or another host. */
export interface Site {
  /** With a slash at its end. */
  readonly url: string
}

/** A page with the elements in a browser, in a user's words. */
export class PortalPage {
  protected constructor(
    readonly browser: Browser,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly site: Site,
  ) {}

  static async open(site: Site, address: string): Promise<PortalPage> {
    return new PortalPage(...(await openBrowser(site, address)))
  }

  get list(): Locator {
    return this.page.locator('oauth-app-list')
  }

  get form(): Locator {
    return this.page.locator('oauth-app-form')
  }

  get credentials(): Locator {
    return this.page.getByRole('dialog', { name: /^Credentials of/ })
  }

  row(name: string): Locator {
    return this.list.getByRole('row').filter({ hasText: name })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async startRegistering(): Promise<void> {
    await this.button('Register application').first().click()
    await this.form.getByRole('textbox', { name: 'App name' }).waitFor()
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: 'Save', exact: true }).click()
  }

  /** Copies the secret as a person does, and dismisses the dialog. */
  async copyAndStoreSecret(): Promise<string> {
    await this.credentials.getByRole('button', { name: 'Copy the client secret' }).click()
    await this.credentials.getByText('Copied').first().waitFor()
    const secret = await this.page.evaluate(() => navigator.clipboard.readText())
    await this.credentials.getByRole('checkbox', { name: 'I have stored the secret' }).check()
    await this.credentials.getByRole('button', { name: 'Done' }).click()
    await this.credentials.waitFor({ state: 'hidden' })
    return secret
  }

  async search(text: string): Promise<void> {
    await this.list.getByRole('searchbox').fill(text)
  }

  async openMenu(name: string): Promise<Locator> {
    await this.button(`Actions for ${name}`).click()
    return this.page.getByRole('menu')
  }

  async chooseFromMenu(name: string, item: string): Promise<void> {
    const menu = await this.openMenu(name)
    await menu.getByRole('menuitem', { name: item }).click()
  }

  /** The whole document with every shadow root and every value that is typed into something. */
  async everything(): Promise<string> {
    return this.page.evaluate(() => {
      const texts: string[] = []
      const roots: (Document | ShadowRoot)[] = [document]
      for (const root of roots) {
        texts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML)
        for (const element of root.querySelectorAll('*')) {
          if ('value' in element) texts.push(String(element.value))
          if (element.shadowRoot) roots.push(element.shadowRoot)
        }
      }
      return texts.join('\n')
    })
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}

/** What the constructors take: a browser at the address, with a clipboard. */
export async function openBrowser(
  site: Site,
  address: string,
  options: BrowserContextOptions = {},
): Promise<[Browser, BrowserContext, Page, Site]> {
  const browser = await chromium.launch(chromiumLaunchOptions())
  const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(site.url + address)
  return [browser, context, page, site]
}
