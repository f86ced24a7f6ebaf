import { OauthAppReview } from './oauth-app-review.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'oauth-app-review': OauthAppReview
  }
}

if (!customElements.get('oauth-app-review')) customElements.define('oauth-app-review', OauthAppReview)

export { OauthAppReview }
