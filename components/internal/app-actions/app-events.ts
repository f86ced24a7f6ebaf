import type { AppSummary } from '../../../plugin/contract/app.js'

/** The app that an event is about, without any secret. */
export interface AppEventDetail {
  readonly app: AppSummary
  /** Which secret it is about, where it is about one of several. */
  readonly secret_id?: string
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
    'oauth-app-restore': CustomEvent<AppEventDetail>
    'oauth-app-restored': CustomEvent<AppEventDetail>
    'oauth-app-rotate-secret': CustomEvent<AppEventDetail>
    'oauth-app-secret-rotated': CustomEvent<AppEventDetail>
    'oauth-app-add-secret': CustomEvent<AppEventDetail>
    'oauth-app-secret-added': CustomEvent<AppEventDetail>
    'oauth-app-end-secret': CustomEvent<AppEventDetail>
    'oauth-app-secret-ended': CustomEvent<AppEventDetail>
    'oauth-app-revoke-tokens': CustomEvent<AppEventDetail>
    'oauth-app-tokens-revoked': CustomEvent<AppEventDetail>
    'oauth-app-token-issued': CustomEvent<AppEventDetail>
    'oauth-app-reassign': CustomEvent<AppEventDetail>
    'oauth-app-reassigned': CustomEvent<AppEventDetail>
    'oauth-app-submit': CustomEvent<AppEventDetail>
    'oauth-app-submitted': CustomEvent<AppEventDetail>
    'oauth-app-withdraw': CustomEvent<AppEventDetail>
    'oauth-app-withdrawn': CustomEvent<AppEventDetail>
    'oauth-app-approve': CustomEvent<AppEventDetail>
    'oauth-app-approved': CustomEvent<AppEventDetail>
    'oauth-app-reject': CustomEvent<AppEventDetail>
    'oauth-app-rejected': CustomEvent<AppEventDetail>
  }
}

/** The events that ask before something is done. */
export type BeginEvent =
  | 'oauth-app-enable'
  | 'oauth-app-disable'
  | 'oauth-app-delete'
  | 'oauth-app-restore'
  | 'oauth-app-rotate-secret'
  | 'oauth-app-add-secret'
  | 'oauth-app-end-secret'
  | 'oauth-app-revoke-tokens'
  | 'oauth-app-reassign'
  | 'oauth-app-submit'
  | 'oauth-app-withdraw'
  | 'oauth-app-approve'
  | 'oauth-app-reject'

/** The events that tell that something was done to an app that stays. */
export type DoneEvent =
  | 'oauth-app-enabled'
  | 'oauth-app-disabled'
  | 'oauth-app-restored'
  | 'oauth-app-secret-rotated'
  | 'oauth-app-secret-added'
  | 'oauth-app-secret-ended'
  | 'oauth-app-tokens-revoked'
  | 'oauth-app-reassigned'
  | 'oauth-app-submitted'
  | 'oauth-app-withdrawn'
  | 'oauth-app-approved'
  | 'oauth-app-rejected'
