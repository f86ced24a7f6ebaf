import { partLoaders } from '../internal/part-loader.js'
import '../oauth-app-credentials/oauth-app-credentials.js'
import { OauthAppDetails } from './oauth-app-details.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-details': OauthAppDetails
  }
}

// Those who look something up in an app never load it.
partLoaders.set('oauth-app-review', () => import('./review/review-part.js'))
partLoaders.set('oauth-app-try-it', () => import('./try-it/try-it-part.js'))

if (!customElements.get('oauth-app-details')) customElements.define('oauth-app-details', OauthAppDetails)

export { OauthAppDetails }
