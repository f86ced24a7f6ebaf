import type { AppSummary } from '../../../plugin/contract/app.js'

/** The app that an event is about, without any secret. */
export interface AppEventDetail {
  readonly app: AppSummary
}

declare global {
  interface HTMLElementEventMap {
    'oauth-app-edit': CustomEvent<AppEventDetail>
    'oauth-app-enable': CustomEvent<AppEventDetail>
    'oauth-app-enabled': CustomEvent<AppEventDetail>
    'oauth-app-disable': CustomEvent<AppEventDetail>
    'oauth-app-disabled': CustomEvent<AppEventDetail>
    'oauth-app-delete': CustomEvent<AppEventDetail>
    'oauth-app-deleted': CustomEvent<AppEventDetail>
    'oauth-app-rotate-secret': CustomEvent<AppEventDetail>
    'oauth-app-secret-rotated': CustomEvent<AppEventDetail>
  }
}

/** The events that ask before something is done. */
export type BeginEvent = 'oauth-app-enable' | 'oauth-app-disable' | 'oauth-app-delete' | 'oauth-app-rotate-secret'

/** The events that tell that something was done to an app that stays. */
export type DoneEvent = 'oauth-app-enabled' | 'oauth-app-disabled' | 'oauth-app-secret-rotated'
