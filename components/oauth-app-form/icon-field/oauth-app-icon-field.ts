import { OauthAppIconField } from './oauth-app-icon-field.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-icon-field': OauthAppIconField
  }
}

if (!customElements.get('oauth-app-icon-field')) customElements.define('oauth-app-icon-field', OauthAppIconField)

export { OauthAppIconField }
