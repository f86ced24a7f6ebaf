import { partLoaders } from '../../internal/part-loader.js'
import { OauthAppConsentPreview } from './oauth-app-consent-preview.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-consent-preview': OauthAppConsentPreview
  }
}

// Those who register an app by its name alone, or on a small screen, never load it.
partLoaders.set('oauth-consent', () => import('./preview-screen.js'))

if (!customElements.get('oauth-app-consent-preview'))
  customElements.define('oauth-app-consent-preview', OauthAppConsentPreview)

export { OauthAppConsentPreview }
