import * as z from 'zod/mini'
import {
  WebhookDeliveryListQuerySchema,
  WebhookDeliveryPageSchema,
  WebhookDeliverySchema,
  WebhookInputSchema,
  WebhookListQuerySchema,
  WebhookPageSchema,
  WebhookRotationSchema,
  WebhookSchema,
  WebhookWithSecretSchema,
} from './webhooks.js'

const WebhookParams = z.strictObject({ webhook_id: z.string() })

/** What goes into the routes of webhooks and comes out of them, as `operations` has it of all. */
export const webhookOperations = {
  listWebhooks: {
    summary: 'The endpoints that the caller manages, newest first',
    query: WebhookListQuerySchema,
    status: 200,
    answer: WebhookPageSchema,
    problems: ['invalid_input'],
  },
  createWebhook: {
    summary: 'Adds an endpoint; its signing secret is in this answer only',
    body: WebhookInputSchema,
    status: 201,
    answer: WebhookWithSecretSchema,
    problems: ['invalid_input', 'body_malformed', 'webhook_limit', 'too_large', 'unsupported_type'],
  },
  getWebhook: {
    summary: 'One endpoint',
    params: WebhookParams,
    status: 200,
    answer: WebhookSchema,
    problems: ['not_found'],
  },
  updateWebhook: {
    summary: 'Changes the members of an endpoint that are given (RFC 7396)',
    params: WebhookParams,
    body: WebhookInputSchema,
    status: 200,
    answer: WebhookSchema,
    problems: ['invalid_input', 'body_malformed', 'not_found', 'too_large', 'unsupported_type'],
  },
  deleteWebhook: {
    summary: 'Deletes an endpoint with its secrets and its log',
    params: WebhookParams,
    status: 204,
    problems: ['not_found'],
  },
  rotateWebhookSecret: {
    summary: 'A new signing secret, in this answer only; the one before signs beside it for a while',
    params: WebhookParams,
    body: WebhookRotationSchema,
    bodyOptional: true,
    status: 201,
    answer: WebhookWithSecretSchema,
    problems: ['invalid_input', 'body_malformed', 'not_found', 'too_large', 'unsupported_type'],
  },
  testWebhook: {
    summary: 'Sends a test event at once, and answers what became of it',
    params: WebhookParams,
    status: 200,
    answer: WebhookDeliverySchema,
    problems: ['not_found'],
  },
  listWebhookDeliveries: {
    summary: 'What was sent to an endpoint in the last 30 days, newest first',
    params: WebhookParams,
    query: WebhookDeliveryListQuerySchema,
    status: 200,
    answer: WebhookDeliveryPageSchema,
    problems: ['invalid_input', 'not_found'],
  },
  redeliverWebhook: {
    summary: 'Sends an event again at once, under the same webhook-id, and answers what became of it',
    params: z.strictObject({ webhook_id: z.string(), delivery_id: z.string() }),
    status: 200,
    answer: WebhookDeliverySchema,
    problems: ['not_found'],
  },
} as const
