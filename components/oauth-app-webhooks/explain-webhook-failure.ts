import { ApiError, type ApiFailure } from '../internal/api-client.js'
import type { WebhookStrings } from './webhook-view.js'

type Failure = keyof WebhookStrings['webhooks']['failures']

const failures: Partial<Record<ApiFailure, Failure>> = {
  network: 'network',
  not_signed_in: 'signedOut',
  forbidden: 'forbidden',
  not_found: 'gone',
  method_not_allowed: 'notOffered',
  webhook_limit: 'limit',
  invalid_input: 'faulty',
  rate_limited: 'tooMany',
  unavailable: 'unavailable',
}

/** Why something could not be done. */
export function explainWebhookFailure(error: unknown, { webhooks }: WebhookStrings): string {
  return webhooks.failures[(error instanceof ApiError ? failures[error.code] : undefined) ?? 'other']
}

/** Why nothing can be shown: of the page as a whole, "not found" means something else than of one endpoint. */
export function explainWebhooksFailure(error: unknown, strings: WebhookStrings): string {
  const unknown = error instanceof ApiError && error.code === 'not_found'
  return unknown ? strings.webhooks.failures.notOffered : explainWebhookFailure(error, strings)
}
