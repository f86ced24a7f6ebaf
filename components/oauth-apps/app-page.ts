import { html, type TemplateResult } from 'lit'
import type { ServerElement } from '../internal/server-element.js'

/** What the whole page does about what happens on the page of an app. */
export interface AppPageListeners {
  readonly edit: (event: HTMLElementEventMap['oauth-app-edit']) => void
  /** The app is another than it was. */
  readonly stored: (event: HTMLElementEventMap['oauth-app-saved']) => void
  readonly deleted: (event: HTMLElementEventMap['oauth-app-deleted']) => void
}

/** The page of one app, in place of the list. */
export function appPage(
  { api, fetch, config }: Pick<ServerElement, 'api' | 'fetch' | 'config'>,
  clientId: string,
  { edit, stored, deleted }: AppPageListeners,
): TemplateResult {
  return html`<oauth-app-details
    .api=${api}
    .fetch=${fetch}
    .config=${config}
    .clientId=${clientId}
    @oauth-app-edit=${edit}
    @oauth-app-enabled=${stored}
    @oauth-app-disabled=${stored}
    @oauth-app-restored=${stored}
    @oauth-app-reassigned=${stored}
    @oauth-app-submitted=${stored}
    @oauth-app-withdrawn=${stored}
    @oauth-app-approved=${stored}
    @oauth-app-rejected=${stored}
    @oauth-app-deleted=${deleted}
  ></oauth-app-details>`
}
