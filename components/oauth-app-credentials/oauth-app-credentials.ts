import { OauthAppCredentials } from './oauth-app-credentials.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-credentials': OauthAppCredentials
  }
}

if (!customElements.get('oauth-app-credentials')) {
  customElements.define('oauth-app-credentials', OauthAppCredentials)
}
