import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppSort, AppStatus } from '../../plugin/contract/app-values.js'

/** What the list is narrowed to, and its order; a host may keep it in its address. */
export interface AppListFilter {
  readonly q: string
  readonly status: AppStatus | undefined
  readonly sort: AppSort
}

/** The app that an event is about, without any secret. */
export interface AppEventDetail {
  readonly app: AppSummary
}

declare global {
  interface HTMLElementEventMap {
    'oauth-app-list-change': CustomEvent<AppListFilter>
    'oauth-app-register': CustomEvent<null>
    'oauth-app-open': CustomEvent<AppEventDetail>
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
