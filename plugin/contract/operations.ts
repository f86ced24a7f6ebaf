import * as z from 'zod/mini'
import { AppInputSchema, AppSchema, AppWithSecretSchema, SecretInputSchema } from './app.js'
import { AppListQuerySchema, AppPageSchema } from './app-list.js'
import { BulkInputSchema, BulkResultsSchema } from './bulk.js'
import { ConfigSchema } from './config.js'
import { AppEffectSchema, DeletionSchema, DisableInputSchema, EffectSchema } from './effect.js'
import { EventListQuerySchema, EventPageSchema } from './events.js'
import { grantOperations } from './grant-operations.js'
import { OwnersQuerySchema, OwnersSchema, ReassignInputSchema } from './ownership.js'
import type { ProblemCode } from './problems.js'
import { publicOperations } from './public-operations.js'
import { registrationOperations } from './registration-operations.js'
import { reviewOperations } from './review-operations.js'
import type { RouteName } from './routes.js'
import { webhookOperations } from './webhook-operations.js'

interface OperationShape {
  readonly summary: string
  readonly params?: z.ZodMiniObject
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniObject
  /** No body at all is then an empty one. */
  readonly bodyOptional?: true
  /** Takes `multipart/form-data` too: the part `app` with the body as JSON, and the file part `icon`. */
  readonly multipart?: true
  /** Whether the version that is changed has to be named, or is looked at where it is (RFC 9110 §13.1.1). */
  readonly ifMatch?: 'required' | 'optional'
  /** Takes `Idempotency-Key`: what is sent again makes nothing again, and is answered as `otherwise` says. */
  readonly idempotent?: true
  /** Takes `Prefer: return=representation` (RFC 7240 §4.2), and is then answered as `otherwise` says. */
  readonly prefer?: true
  readonly status: 200 | 201 | 204
  /** Absent where the answer is not JSON. */
  readonly answer?: z.ZodMiniType
  /** Another success: where the caller prefers it, or where a repeat finds that it was done already. */
  readonly otherwise?: { readonly status: 200; readonly when: string; readonly answer: z.ZodMiniType }
  /** What can go wrong beyond what every route may answer: 401, 403, 500 and 503. */
  readonly problems: readonly ProblemCode[]
}

const AppParams = z.strictObject({ client_id: z.string() })

/** What goes into each route and comes out of it. */
export const operations = {
  getConfig: {
    summary: 'The rules of this host, and who is calling',
    status: 200,
    answer: ConfigSchema,
    problems: [],
  },
  listApps: {
    summary: 'The apps that the caller may see, a page at a time',
    query: AppListQuerySchema,
    status: 200,
    answer: AppPageSchema,
    problems: ['invalid_input'],
  },
  createApp: {
    summary: 'Registers an app; its secret is in this answer only',
    body: AppInputSchema,
    multipart: true,
    idempotent: true,
    status: 201,
    answer: AppWithSecretSchema,
    otherwise: {
      status: 200,
      when: 'The app that the first request with this Idempotency-Key made, as it is now, without its secret',
      answer: AppWithSecretSchema,
    },
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'quota_user',
      'quota_organization',
      'too_large',
      'unsupported_type',
      'idempotency_mismatch',
    ],
  },
  bulkApps: {
    summary: 'Does the same to up to 100 apps, each as if it were alone: what refuses one stops no other',
    body: BulkInputSchema,
    status: 200,
    answer: BulkResultsSchema,
    problems: ['invalid_input', 'body_malformed', 'too_large', 'unsupported_type'],
  },
  getApp: {
    summary: 'One app',
    params: AppParams,
    status: 200,
    answer: AppSchema,
    problems: ['not_found'],
  },
  updateApp: {
    summary: 'Changes the members that are given (RFC 7396)',
    params: AppParams,
    body: AppInputSchema,
    multipart: true,
    ifMatch: 'required',
    status: 200,
    answer: AppWithSecretSchema,
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'quota_organization',
      'stale',
      'too_large',
      'unsupported_type',
      'if_match_required',
    ],
  },
  deleteApp: {
    summary: 'Deletes an app; for how many days it can be restored, GET /config says',
    params: AppParams,
    ifMatch: 'optional',
    prefer: true,
    status: 204,
    otherwise: { status: 200, when: 'Whom it reached, where the caller prefers to know', answer: DeletionSchema },
    problems: ['invalid_input', 'not_found', 'stale'],
  },
  restoreApp: {
    summary: 'Gives back a deleted app as it was, with the tokens that were not revoked',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppEffectSchema,
    problems: ['invalid_input', 'not_found', 'not_restorable', 'quota_user', 'quota_organization', 'stale'],
  },
  enableApp: {
    summary: 'Honours a disabled app again, and with it the tokens that were not revoked',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppEffectSchema,
    problems: ['invalid_input', 'not_found', 'not_approved', 'stale'],
  },
  disableApp: {
    summary: 'Stops honouring an app and its tokens, until it is enabled again',
    params: AppParams,
    body: DisableInputSchema,
    bodyOptional: true,
    ifMatch: 'optional',
    status: 200,
    answer: AppEffectSchema,
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'not_approved',
      'stale',
      'too_large',
      'unsupported_type',
    ],
  },
  getImpact: {
    summary: 'Whom an action on the app would reach',
    params: AppParams,
    status: 200,
    answer: EffectSchema,
    problems: ['not_found'],
  },
  revokeTokens: {
    summary: 'Ends all tokens of an app for good',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppEffectSchema,
    problems: ['invalid_input', 'not_found', 'stale'],
  },
  addSecret: {
    summary: 'A further secret, in this answer only; may end the others (rotation)',
    params: AppParams,
    body: SecretInputSchema,
    bodyOptional: true,
    ifMatch: 'optional',
    status: 201,
    answer: AppWithSecretSchema,
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'secret_limit',
      'secret_not_used',
      'stale',
      'too_large',
      'unsupported_type',
    ],
  },
  endSecret: {
    summary: 'Ends one of several secrets',
    params: z.strictObject({ client_id: z.string(), secret_id: z.string() }),
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: ['invalid_input', 'not_found', 'secret_last', 'stale'],
  },
  reassignApp: {
    summary: 'Gives an app to another member of its organisation',
    params: AppParams,
    body: ReassignInputSchema,
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: ['invalid_input', 'body_malformed', 'not_found', 'quota_user', 'stale', 'too_large', 'unsupported_type'],
  },
  listOwners: {
    summary: 'To whom an app could be given, 50 at most',
    params: AppParams,
    query: OwnersQuerySchema,
    status: 200,
    answer: OwnersSchema,
    problems: ['invalid_input', 'not_found'],
  },
  listEvents: {
    summary: 'What was done to an app, newest first: a page at a time or, with `format`, all of it as a file',
    params: AppParams,
    query: EventListQuerySchema,
    status: 200,
    answer: EventPageSchema,
    problems: ['invalid_input', 'not_found'],
  },
  ...reviewOperations,
  ...grantOperations,
  ...registrationOperations,
  ...webhookOperations,
  ...publicOperations,
} as const satisfies Record<RouteName, OperationShape>

type Operations = typeof operations

type Part<Name extends RouteName, Key extends string> =
  Operations[Name] extends Readonly<Record<Key, infer Schema extends z.ZodMiniType>> ? z.infer<Schema> : undefined

export type OperationParams<Name extends RouteName> = Part<Name, 'params'>
export type OperationQuery<Name extends RouteName> = Part<Name, 'query'>
export type OperationBody<Name extends RouteName> = Part<Name, 'body'>
export type OperationAnswer<Name extends RouteName> = Part<Name, 'answer'> | Otherwise<Name, 'answer'>

/** Every status that a route answers when all went well. */
export type OperationStatus<Name extends RouteName> = Operations[Name]['status'] | Otherwise<Name, 'status'>

type Otherwise<Name extends RouteName, Key extends 'status' | 'answer'> = Operations[Name] extends {
  readonly otherwise: Readonly<Record<Key, infer Value>>
}
  ? Value extends z.ZodMiniType
    ? z.infer<Value>
    : Value
  : never
