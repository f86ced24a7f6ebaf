import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { chromiumLaunchOptions } from './chromium.js'
import type { DemoProcess } from './demo-process.js'
import { exampleApp } from './example-app.js'

export interface IconFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The DocSpace portal in a browser, in a user's words. */
export class DocspacePage {
  private constructor(
    readonly browser: Browser,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly demo: DemoProcess,
  ) {}

  static async open(demo: DemoProcess, address = 'docspace'): Promise<DocspacePage> {
    const browser = await chromium.launch(chromiumLaunchOptions())
    const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(demo.url + address)
    return new DocspacePage(browser, context, page, demo)
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

  /** Fills everything that the portal requires. */
  async fill(name: string, icon: IconFile): Promise<void> {
    await this.#type('App name', name)
    await this.#type('Website URL', exampleApp.client_uri)
    await this.form.locator('input[type=file]').setInputFiles(icon)
    await this.#type('Description', exampleApp.description)
    await this.#add('Redirect URLs', exampleApp.redirect_uris[0] ?? '')
    await this.#add('Allowed origins', exampleApp.allowed_origins[0] ?? '')
    await this.form.getByRole('checkbox', { name: /Files & Folders.*Write/ }).click()
    await this.#type('Privacy policy URL', exampleApp.policy_uri)
    await this.#type('Terms of service URL', exampleApp.tos_uri)
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

  async #type(field: string, text: string): Promise<void> {
    await this.form.getByRole('textbox', { name: new RegExp(`^${field}`) }).fill(text)
  }

  async #add(field: string, uri: string): Promise<void> {
    const group = this.form.getByRole('group', { name: new RegExp(`^${field}`) })
    await group.getByRole('textbox').fill(uri)
    await group.getByRole('button', { name: `Add to ${field}` }).click()
  }
}
