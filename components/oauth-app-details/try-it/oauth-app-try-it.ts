import { OauthAppTryIt } from './oauth-app-try-it.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-try-it': OauthAppTryIt
  }
}

if (!customElements.get('oauth-app-try-it')) customElements.define('oauth-app-try-it', OauthAppTryIt)

export { OauthAppTryIt }
