import type { AttemptOutcome } from './webhook-record.js'
import type { WebhookStore } from './webhook-store.js'

/** Keeps secrets so that only a key of the host opens them. */
export interface SecretBox {
  /** @param place what the secret belongs to: it opens nowhere else. */
  seal(value: string, place: string): { readonly key_id: string; readonly sealed: string }
  /** `null` where its key is not there any more, or something else than this was sealed. */
  open(secret: { readonly key_id: string; readonly sealed: string }, place: string): string | null
}

/** What is sent to an endpoint. */
export interface WebhookRequest {
  readonly url: string
  readonly id: string
  readonly body: string
  /** Of the endpoint, the newest first: each signs. */
  readonly secrets: readonly string[]
}

/** Sends to addresses that strangers give. Never rejects. */
export interface WebhookSender {
  send(request: WebhookRequest, signal?: AbortSignal): Promise<AttemptOutcome>
  /** Whether a host that is an address itself, and no name, may be sent to. Names are judged when they are looked up. */
  isAllowedHost(host: string): boolean
}

/** What the operations on webhooks have at hand beside the rest. */
export interface WebhookContext {
  readonly store: WebhookStore
  readonly box: SecretBox
  readonly sender: WebhookSender
  /** Whether plain http on this very machine is allowed. */
  readonly allowLoopback: boolean
}
