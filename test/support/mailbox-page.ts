import type { FrameLocator, Locator, Page } from 'playwright-core'

/** The mailbox of a portal in the demo, as somebody looks at it. */
export class MailboxPage {
  constructor(
    readonly page: Page,
    readonly address: string,
  ) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.address}${query}`)
  }

  /** Its entry in the list; waits for what the page finds by itself. */
  mail(subject: string): Locator {
    return this.page.locator('.mails').getByRole('link', { name: subject })
  }

  get letter(): Locator {
    return this.page.getByRole('article')
  }

  /** The mail itself, where it is shown as HTML. */
  get frame(): FrameLocator {
    return this.letter.frameLocator('iframe')
  }

  async showAs(tab: string): Promise<string> {
    await this.letter.getByRole('link', { name: tab }).click()
    return this.letter.locator('pre').innerText()
  }
}
