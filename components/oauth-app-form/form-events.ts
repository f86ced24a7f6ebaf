import type { App } from '../../plugin/contract/app.js'

declare global {
  interface HTMLElementEventMap {
    'oauth-app-created': CustomEvent<{ readonly app: App }>
    'oauth-app-saved': CustomEvent<{ readonly app: App }>
    'oauth-app-form-done': CustomEvent<{ readonly app: App }>
    'oauth-app-form-cancel': CustomEvent<null>
  }
}
