import { faultSentence } from '../contract/fault-sentences.js'
import { problems, type Problem } from '../contract/problems.js'
import type { ProblemError } from '../problem-error.js'

/** A problem as it goes over the wire (RFC 9457). `instance` ties it to the line in the log. */
export function presentProblem(error: ProblemError, instance?: string): Problem {
  const { code, errors } = error
  const { status, title } = problems[code]
  return {
    type: `urn:problem-type:oauth-app-kit:${code}`,
    title,
    status,
    detail: error.message,
    code,
    ...(instance !== undefined && { instance }),
    ...(errors.length > 0 && { errors: errors.map((fault) => ({ ...fault, message: faultSentence(fault) })) }),
  }
}

/** The headers that go with a problem: when to come back, and how to sign in (RFC 9110 §11.6.1). */
export function problemHeaders(error: ProblemError): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'application/problem+json',
    ...(error.retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(error.retryAfter))) }),
    ...(error.code === 'not_signed_in' && { 'WWW-Authenticate': 'Bearer realm="oauth-app-kit"' }),
  }
}
