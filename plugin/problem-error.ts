import type { FieldFault } from './contract/faults.js'
import { problems, type ProblemCode } from './contract/problems.js'

/** What a problem carries beyond its code. */
export interface ProblemDetails {
  /** One sentence on this occurrence, for the developer who reads the answer. Never holds a secret. */
  readonly detail?: string
  readonly errors?: readonly FieldFault[]
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/** The one error that operations throw on purpose; the router answers it as problem+json (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly errors: readonly FieldFault[]
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause })
    this.code = code
    this.errors = details.errors ?? []
    this.retryAfter = details.retryAfter
  }

  get status(): number {
    return problems[this.code].status
  }
}
