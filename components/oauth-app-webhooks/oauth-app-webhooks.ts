import { OauthAppWebhooks } from './oauth-app-webhooks.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-webhooks': OauthAppWebhooks
  }
}

if (!customElements.get('oauth-app-webhooks')) customElements.define('oauth-app-webhooks', OauthAppWebhooks)

export { OauthAppWebhooks }
