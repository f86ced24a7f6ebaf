import '../oauth-app-credentials/oauth-app-credentials.js'
import '../scope-picker/scope-picker.js'
import './consent-preview/oauth-app-consent-preview.js'
import './icon-field/oauth-app-icon-field.js'
import './value-list/oauth-app-value-list.js'
import { OauthAppForm } from './oauth-app-form.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-form': OauthAppForm
  }
}

if (!customElements.get('oauth-app-form')) customElements.define('oauth-app-form', OauthAppForm)

export { OauthAppForm }
