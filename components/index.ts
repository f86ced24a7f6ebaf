export { OauthAppList } from './oauth-app-list/oauth-app-list.element.js'
export type { AppEventDetail, AppListFilter } from './oauth-app-list/oauth-app-list.events.js'
