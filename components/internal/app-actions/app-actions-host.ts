import type { ReactiveControllerHost } from 'lit'
import type { App, AppSummary } from '../../../plugin/contract/app.js'
import type { Config } from '../../../plugin/contract/config.js'
import type { Credentials } from '../../oauth-app-credentials/credentials.js'
import type { ApiClient } from '../api-client.js'
import type { ConfirmController } from '../confirm.controller.js'
import type { LocaleController } from '../locale.controller.js'

/** What is told after something was done, or failed. */
export interface Notice {
  readonly text: string
  readonly failed?: boolean
  /** What can be done about it: a button beside the text. */
  readonly next?: { readonly label: string; readonly run: () => void }
}

/** What the actions need of the element that shows the apps. */
export interface AppActionsHost {
  readonly element: ReactiveControllerHost & HTMLElement
  readonly confirm: ConfirmController
  readonly locale: LocaleController
  /** `undefined` where there is no server: then the events are all that happens. */
  client(): ApiClient | undefined
  /** `undefined` until it is known what the host is set up for. */
  config(): Config | undefined
  say(notice: Notice): void
  /** Shows an app as it is now. */
  keep(app: App): void
  /** Takes away an app that was deleted. What is returned puts the focus on what is there instead, once it is free. */
  remove(app: AppSummary): () => void
  /** Shows a new secret, until the person has put it away. */
  showOnce(credentials: Credentials): void
}
