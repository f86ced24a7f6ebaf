import type { AppSummary } from '../../plugin/contract/app.js'
import type { BulkAction } from '../../plugin/contract/bulk-values.js'
import type { AppEventDetail } from '../internal/app-actions/app-events.js'
import type { ListColumn } from './columns.js'
import type { AppListFilter } from './list-filter.js'

/** All that a host may keep in its address, by the names of the list's properties. */
export interface AppListState extends AppListFilter {
  readonly columns: readonly ListColumn[]
}

/** What is about to be done to several apps. */
export interface AppBulkDetail {
  readonly action: BulkAction
  readonly apps: readonly AppSummary[]
  /** With `disable`: the tokens are revoked too. */
  readonly revoke_tokens: boolean
}

/** What was done, and to which apps it could not be. */
export interface AppBulkDoneDetail {
  readonly action: BulkAction
  readonly done: readonly AppSummary[]
  readonly failed: readonly AppSummary[]
}

declare global {
  interface HTMLElementEventMap {
    'oauth-app-list-change': CustomEvent<AppListState>
    'oauth-app-register': CustomEvent<null>
    'oauth-app-open': CustomEvent<AppEventDetail>
    'oauth-app-bulk': CustomEvent<AppBulkDetail>
    'oauth-app-bulk-done': CustomEvent<AppBulkDoneDetail>
  }
}
