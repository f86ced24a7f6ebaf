import * as z from 'zod/mini'
import type { FieldFault } from './faults.js'

/** Every way in which a request as a whole can fail, with its status and its title. Closed, as the fault codes are. */
export const problems = {
  invalid_input: { status: 400, title: 'The input has faults' },
  body_malformed: { status: 400, title: 'The body cannot be read' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  cross_site: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'There is nothing here that you can see' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  app_disabled: { status: 409, title: 'The app is not enabled' },
  secret_limit: { status: 409, title: 'The app has as many secrets as it may have' },
  secret_last: { status: 409, title: 'The last secret cannot be ended' },
  secret_not_used: { status: 409, title: 'A client that authenticates without a secret has none' },
  quota_user: { status: 409, title: 'You have as many apps as you may have' },
  quota_organization: { status: 409, title: 'The organisation has as many apps as it may have' },
  webhook_limit: { status: 409, title: 'There are as many endpoints as there may be' },
  not_restorable: { status: 409, title: 'The app is not deleted' },
  not_approved: { status: 409, title: 'The app is not approved' },
  nothing_to_review: { status: 409, title: 'Nothing waits for approval' },
  stale: { status: 412, title: 'The app has changed since you read it' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_type: { status: 415, title: 'The body is of a type that is not accepted here' },
  idempotency_mismatch: { status: 422, title: 'This Idempotency-Key was used for something else' },
  if_match_required: { status: 428, title: 'Say which version you are changing' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on the server' },
  unavailable: { status: 503, title: 'The server is busy' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** A problem document as it goes over the wire (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  /** `urn:uuid:…` of this occurrence, as the server's log has it; where the server is to blame. */
  readonly instance?: string
  readonly errors?: readonly (FieldFault & { readonly message: string })[]
}

export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isProblemCode)

/** For OpenAPI; what a server sends is built as {@link Problem}. */
export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.looseObject({ pointer: z.string(), code: z.string(), message: z.string() }))),
})

export function isProblemCode(value: string): value is ProblemCode {
  return Object.hasOwn(problems, value)
}
