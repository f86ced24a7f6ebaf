import { OauthGrantList } from './oauth-grant-list.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-grant-list': OauthGrantList
  }
}

if (!customElements.get('oauth-grant-list')) customElements.define('oauth-grant-list', OauthGrantList)

export { OauthGrantList }
