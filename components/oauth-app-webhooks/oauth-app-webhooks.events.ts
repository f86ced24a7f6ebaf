import type { Webhook } from '../../plugin/contract/webhooks.js'

/** The endpoint that something is done to; never with a secret. */
export interface WebhookEventDetail {
  readonly webhook: Webhook
}

declare global {
  interface HTMLElementEventMap {
    'oauth-app-webhook-created': CustomEvent<WebhookEventDetail>
    'oauth-app-webhook-updated': CustomEvent<WebhookEventDetail>
    'oauth-app-webhook-rotate-secret': CustomEvent<WebhookEventDetail>
    'oauth-app-webhook-secret-rotated': CustomEvent<WebhookEventDetail>
    'oauth-app-webhook-delete': CustomEvent<WebhookEventDetail>
    'oauth-app-webhook-deleted': CustomEvent<WebhookEventDetail>
  }
}
