import '../oauth-app-list/oauth-app-list.js'
import { OauthApps } from './oauth-apps.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-apps': OauthApps
  }
}

if (!customElements.get('oauth-apps')) customElements.define('oauth-apps', OauthApps)

export { OauthApps }
