export type { AppEventDetail } from './internal/app-actions/app-events.js'
export { registerLocale, registerWording } from './internal/locale-registry.js'
export type { Wording } from './internal/wording.js'
export type { Strings } from './locales/en.js'
export { OauthAppCredentials } from './oauth-app-credentials/oauth-app-credentials.element.js'
export { OauthAppDetails } from './oauth-app-details/oauth-app-details.element.js'
export { OauthAppForm } from './oauth-app-form/oauth-app-form.element.js'
export { OauthAppList } from './oauth-app-list/oauth-app-list.element.js'
export type { ListColumn } from './oauth-app-list/columns.js'
export type { AppListFilter } from './oauth-app-list/list-filter.js'
export type { AppBulkDetail, AppBulkDoneDetail, AppListState } from './oauth-app-list/oauth-app-list.events.js'
export { OauthAppWebhooks } from './oauth-app-webhooks/oauth-app-webhooks.element.js'
export type { WebhookEventDetail } from './oauth-app-webhooks/oauth-app-webhooks.events.js'
export { OauthApps, type OauthAppsView } from './oauth-apps/oauth-apps.element.js'
export type { ConsentApp, ConsentProblem, ConsentRequest, ConsentUser } from './oauth-consent/consent-request.js'
export { OauthConsent } from './oauth-consent/oauth-consent.element.js'
export type { ConsentAllowDetail } from './oauth-consent/oauth-consent.events.js'
export { OauthGrantList } from './oauth-grant-list/oauth-grant-list.element.js'
export type {
  GrantEventDetail,
  GrantNarrowDetail,
  GrantsRevokedDetail,
} from './oauth-grant-list/oauth-grant-list.events.js'
export { ScopePicker } from './scope-picker/scope-picker.element.js'
