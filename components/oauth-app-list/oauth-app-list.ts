import '../oauth-app-credentials/oauth-app-credentials.js'
import { OauthAppList } from './oauth-app-list.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-list': OauthAppList
  }
}

if (!customElements.get('oauth-app-list')) customElements.define('oauth-app-list', OauthAppList)

export { OauthAppList }
