import assert from 'node:assert/strict'
import type { Download, Locator } from 'playwright-core'
import { axeViolations } from './axe.js'
import type { ManagedHost } from './managed-host.js'
import type { Person } from './managed-people.js'
import { openBrowser, PortalPage } from './portal-page.js'

/** The page of a {@link ManagedHost} in somebody's browser: the list of apps, and the page of each. */
export class ManagedPage extends PortalPage {
  static override async open(host: ManagedHost, person: Person, address = ''): Promise<ManagedPage> {
    return new ManagedPage(
      ...(await openBrowser(host, address, {
        extraHTTPHeaders: { authorization: `Bearer ${person}` },
        // What is half faded in has other colours than those that axe is to judge.
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
      })),
    )
  }

  get details(): Locator {
    return this.page.locator('oauth-app-details')
  }

  /** A part of the page of an app, by its heading. */
  section(name: string): Locator {
    return this.details.getByRole('region', { name })
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** What was said of something that was done, once it is said. */
  told(text: string): Promise<void> {
    return this.page.getByRole('status').filter({ hasText: text }).waitFor()
  }

  async openApp(name: string): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click()
    await this.shown(name)
  }

  /** Waits for the page of an app, with its activity. */
  async shown(name: string): Promise<void> {
    await this.details.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    await this.section('Activity').getByRole('listitem').first().waitFor()
  }

  async backToList(): Promise<void> {
    await this.button('Back to the list').click()
    await this.list.getByRole('table').waitFor()
  }

  /** A chip above the list. */
  filter(name: string): Locator {
    return this.list.getByRole('button', { name, exact: true })
  }

  /** The names in the list, in their order. */
  async names(): Promise<string[]> {
    return this.list.getByRole('rowheader').locator('bdi').allTextContents()
  }

  hasFocus(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element.matches(':focus'))
  }

  async download(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    return { name: download.suggestedFilename(), text: await textOf(download) }
  }

  /** @param state - What is looked at, which has to be there already. */
  async assertAccessible(state: Locator): Promise<void> {
    assert.ok(await state.first().isVisible(), `${String(state)} is not shown`)
    assert.deepEqual(await axeViolations(this.page), [])
  }
}

async function textOf(download: Download): Promise<string> {
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
