import { OauthAppValueList } from './oauth-app-value-list.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-value-list': OauthAppValueList
  }
}

if (!customElements.get('oauth-app-value-list')) customElements.define('oauth-app-value-list', OauthAppValueList)

export { OauthAppValueList }
