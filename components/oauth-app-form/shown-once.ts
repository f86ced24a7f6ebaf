import { html, type TemplateResult } from 'lit'
import type { Credentials } from '../oauth-app-credentials/credentials.js'

/** What came with a new app, or with the change of one, until the person has put it away. */
export function shownOnce(credentials: Credentials, dismissed: () => void): TemplateResult {
  return html`<oauth-app-credentials
    modal
    .credentials=${credentials}
    @oauth-app-credentials-dismissed=${dismissed}
  ></oauth-app-credentials>`
}
