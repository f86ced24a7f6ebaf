import { OauthConsent } from './oauth-consent.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-consent': OauthConsent
  }
}

if (!customElements.get('oauth-consent')) customElements.define('oauth-consent', OauthConsent)

export { OauthConsent }
