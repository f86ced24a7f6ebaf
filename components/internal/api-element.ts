import { LocaleController } from './locale.controller.js'
import { ServerElement } from './server-element.js'

/** What most elements of the kit are: they talk to the plugin's router and speak the page's language. */
export abstract class ApiElement extends ServerElement {
  protected readonly locale = new LocaleController(this)
}
