import '../oauth-app-credentials/oauth-app-credentials.js'
import { OauthAppDetails } from './oauth-app-details.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-details': OauthAppDetails
  }
}

if (!customElements.get('oauth-app-details')) customElements.define('oauth-app-details', OauthAppDetails)

export { OauthAppDetails }
