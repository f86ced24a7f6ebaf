import type { WebhookOptions } from '../../options.js'
import type { WebhookContext } from '../../registry/webhooks/webhook-context.js'
import type { WebhookStore } from '../../registry/webhooks/webhook-store.js'
import { createSecretBox } from './create-secret-box.js'
import { createWebhookSender } from './create-webhook-sender.js'

/** What webhooks need, by options that have been checked; nothing where the host wants none. */
export function createWebhookContext(
  options: WebhookOptions | undefined,
  { store, clock }: { readonly store: WebhookStore; readonly clock: () => number },
): WebhookContext | undefined {
  if (!options) return undefined
  const { encryption, allowLoopback = false, allowPrivateAddresses = false } = options
  const allowed = { loopback: allowLoopback, private: allowPrivateAddresses }
  return { store, box: createSecretBox(encryption), sender: createWebhookSender({ allowed, clock }), allowLoopback }
}
