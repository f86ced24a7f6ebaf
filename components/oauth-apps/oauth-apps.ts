import { partLoaders } from '../internal/part-loader.js'
import '../oauth-app-list/oauth-app-list.js'
import { OauthApps } from './oauth-apps.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-apps': OauthApps
  }
}

// A page begins with the list; the rest comes when somebody is about to use it.
partLoaders.set('oauth-app-details', () => import('../oauth-app-details/oauth-app-details.js'))
partLoaders.set('oauth-app-form', () => import('../oauth-app-form/oauth-app-form.js'))

if (!customElements.get('oauth-apps')) customElements.define('oauth-apps', OauthApps)

export { OauthApps }
