import type { DemoProcess } from './demo-process.js'
import { exampleApp } from './example-app.js'
import { openBrowser, PortalPage } from './portal-page.js'

export interface IconFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The DocSpace portal, which asks for more than the others. */
export class DocspacePage extends PortalPage {
  static override async open(demo: DemoProcess, address = 'docspace'): Promise<DocspacePage> {
    return new DocspacePage(...(await openBrowser(demo, address)))
  }

  /** Fills everything that the portal requires. */
  async fill(name: string, icon: IconFile): Promise<void> {
    await this.#type('App name', name)
    await this.#type('Website URL', exampleApp.client_uri)
    await this.form.locator('input[type=file]').setInputFiles(icon)
    await this.form.getByRole('img', { name: 'Preview of the icon' }).waitFor()
    await this.#type('Description', exampleApp.description)
    await this.#add('Redirect URLs', exampleApp.redirect_uris[0] ?? '')
    await this.#add('Allowed origins', exampleApp.allowed_origins[0] ?? '')
    await this.form.getByRole('checkbox', { name: /Files & Folders.*Write/ }).click()
    await this.#type('Privacy policy URL', exampleApp.policy_uri)
    await this.#type('Terms of service URL', exampleApp.tos_uri)
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
