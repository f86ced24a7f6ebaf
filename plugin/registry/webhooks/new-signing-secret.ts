import { randomBytes } from 'node:crypto'
import type { Timestamp } from '../app-record.js'
import { newId } from '../new-id.js'
import type { SecretBox } from './webhook-context.js'
import type { SealedSecret, WebhookSecretRecord } from './webhook-record.js'

export interface NewSigningSecret {
  readonly record: WebhookSecretRecord & SealedSecret
  /** Shown once. */
  readonly value: string
}

/** 256 random bits in the form of Standard Webhooks: `whsec_` and base64. */
export function newSigningSecret(box: SecretBox, webhookId: string, now: Timestamp): NewSigningSecret {
  const id = newId()
  const value = `whsec_${randomBytes(32).toString('base64')}`
  return { record: { id, created_at: now, expires_at: null, ...box.seal(value, secretPlace(webhookId, id)) }, value }
}

/** What a sealed secret belongs to: moved to another row, it opens nothing. */
export function secretPlace(webhookId: string, secretId: string): string {
  return `${webhookId}/${secretId}`
}
