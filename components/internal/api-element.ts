import { en, type Strings } from '../locales/en.js'
import { LocaleController } from './locale.controller.js'
import { ServerElement } from './server-element.js'

/** An element that comes when it is needed: it talks to the plugin's router and speaks the page's language. */
export abstract class ApiElement extends ServerElement {
  protected readonly locale = new LocaleController<Strings>(this, en, (strings) => strings)
}
