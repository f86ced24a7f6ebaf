import type { PageStrings } from '../locales/en.js'
import { pageEnglish } from '../locales/english/page.js'
import { LocaleController } from './locale.controller.js'
import { ServerElement } from './server-element.js'

/** An element that a page begins with: it talks to the plugin's router, and what only others say does not come along. */
export abstract class PageElement extends ServerElement {
  protected readonly locale = new LocaleController<PageStrings>(this, pageEnglish, (strings) => strings)
}
