import type { Locator } from 'playwright-core'
import { openBrowser, PortalPage } from './portal-page.js'
import type { DemoProcess } from './demo-process.js'

/** The pages of the Oro portal in somebody's browser. */
export class OroPage extends PortalPage {
  static override async open(demo: DemoProcess): Promise<OroPage> {
    return new OroPage(...(await openBrowser(demo, 'oro', { reducedMotion: 'reduce' })))
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^(Add application|Edit )/ })
  }

  get name(): Locator {
    return this.dialog.getByRole('textbox', { name: /^Application name/ })
  }

  get active(): Locator {
    return this.dialog.getByRole('checkbox', { name: 'Active' })
  }

  get organization(): Locator {
    return this.dialog.getByRole('combobox', { name: /^Organization/ })
  }

  async startAdding(): Promise<void> {
    await this.button('Add application').click()
    await this.name.waitFor()
  }

  async create(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Create', exact: true }).click()
  }

  override async openMenu(name: string): Promise<Locator> {
    await this.button(`More options for ${name}`).click()
    return this.page.getByRole('menu')
  }

  async signInAs(role: string): Promise<void> {
    const reloaded = this.page.waitForEvent('load')
    await this.page.locator('#role').selectOption(role)
    await reloaded
    await this.list.locator('.row:not(.skeleton), .panel').first().waitFor()
  }

  /** The names in the list, in their order. */
  async names(): Promise<string[]> {
    return this.list.getByRole('rowheader').locator('bdi').allTextContents()
  }
}
