import { problemHeaders } from '../present-problem.js'
import type { ProblemForm } from '../send-problem.js'
import { presentRegistrationError } from './present-registration-error.js'

/** RFC 7591 §3.2.2, and RFC 6750 §3: who sent a token is told that it is no good, who sent none that one is needed. */
export const sendAsRegistrationError: ProblemForm = (problem, instance, request) => {
  const sent = request.get('Authorization') !== undefined
  const challenge = `Bearer realm="oauth-app-kit"${sent ? ', error="invalid_token"' : ''}`
  return {
    status: problem.status,
    headers: {
      ...problemHeaders(problem),
      'Content-Type': 'application/json',
      ...(problem.status === 401 && { 'WWW-Authenticate': challenge }),
    },
    body: presentRegistrationError(problem, instance),
  }
}
