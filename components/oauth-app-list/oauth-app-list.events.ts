import type { AppSort, AppStatus } from '../../plugin/contract/app-values.js'
import type { AppEventDetail } from '../internal/app-actions/app-events.js'

/** What the list is narrowed to, and its order; a host may keep it in its address. */
export interface AppListFilter {
  readonly q: string
  readonly status: AppStatus | undefined
  readonly sort: AppSort
}

declare global {
  interface HTMLElementEventMap {
    'oauth-app-list-change': CustomEvent<AppListFilter>
    'oauth-app-register': CustomEvent<null>
    'oauth-app-open': CustomEvent<AppEventDetail>
  }
}
