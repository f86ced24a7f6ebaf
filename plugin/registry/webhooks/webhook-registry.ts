import type {
  WebhookDeliveryListQuery,
  WebhookInput,
  WebhookListQuery,
  WebhookRotation,
} from '../../contract/webhooks.js'
import type { Principal } from '../../principal.js'
import type { RegistryContext } from '../registry-context.js'
import type { Submission } from '../registry.js'
import { createWebhook } from './create-webhook.js'
import { deleteWebhook } from './delete-webhook.js'
import { listWebhookDeliveries } from './list-webhook-deliveries.js'
import { listWebhooks } from './list-webhooks.js'
import { redeliverWebhook } from './redeliver-webhook.js'
import { requireWebhook } from './require-webhooks.js'
import { rotateWebhookSecret } from './rotate-webhook-secret.js'
import { testWebhook } from './test-webhook.js'
import { updateWebhook } from './update-webhook.js'
import type { DeliveryRecord, WebhookRecord } from './webhook-record.js'

/** An endpoint and its new secret: the only time that its value is seen. */
export interface WebhookChange {
  readonly webhook: WebhookRecord
  readonly signing_secret: string
}

export interface WebhookRecordPage {
  readonly items: readonly WebhookRecord[]
  readonly next_cursor: string | null
}

export interface DeliveryRecordPage {
  readonly items: readonly DeliveryRecord[]
  readonly next_cursor: string | null
}

/** What can be done with webhooks, for whoever manages them; `not_found` for everybody where the host has none. */
export interface WebhookRegistry {
  list(principal: Principal, query: Submission<WebhookListQuery>): Promise<WebhookRecordPage>
  create(principal: Principal, submission: Submission<WebhookInput>): Promise<WebhookChange>
  get(principal: Principal, webhookId: string): Promise<WebhookRecord>
  update(principal: Principal, webhookId: string, submission: Submission<WebhookInput>): Promise<WebhookRecord>
  delete(principal: Principal, webhookId: string): Promise<void>
  rotateSecret(principal: Principal, webhookId: string, submission: Submission<WebhookRotation>): Promise<WebhookChange>
  /** Takes up to five seconds, as redelivering does: it waits for the receiver. */
  test(principal: Principal, webhookId: string): Promise<DeliveryRecord>
  listDeliveries(
    principal: Principal,
    webhookId: string,
    query: Submission<WebhookDeliveryListQuery>,
  ): Promise<DeliveryRecordPage>
  redeliver(principal: Principal, webhookId: string, deliveryId: string): Promise<DeliveryRecord>
}

/** The operations on webhooks, with what they need. */
export function createWebhookRegistry(context: RegistryContext): WebhookRegistry {
  return {
    list: (principal, query) => listWebhooks(context, principal, query),
    create: (principal, submission) => createWebhook(context, principal, submission),
    get: (principal, webhookId) => requireWebhook(context, principal, webhookId),
    update: (principal, webhookId, submission) => updateWebhook(context, principal, webhookId, submission),
    delete: (principal, webhookId) => deleteWebhook(context, principal, webhookId),
    rotateSecret: (principal, webhookId, submission) => rotateWebhookSecret(context, principal, webhookId, submission),
    test: (principal, webhookId) => testWebhook(context, principal, webhookId),
    listDeliveries: (principal, webhookId, query) => listWebhookDeliveries(context, principal, webhookId, query),
    redeliver: (principal, webhookId, deliveryId) => redeliverWebhook(context, principal, webhookId, deliveryId),
  }
}
