import { ProblemError } from '../problem-error.js'
import { withinDeadline } from '../within-deadline.js'

/** Milliseconds after which the host is taken for one that does not answer. */
const patience = 5000

/**
 * Asks a function of the host about people, who may be anywhere.
 *
 * @param ask async, so that one that throws at once is like one that rejects.
 * @throws ProblemError `unavailable` where no answer comes, and whatever the host throws.
 */
export function askHost<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> {
  return withinDeadline(patience, ask(), () => {
    return new ProblemError('unavailable', {
      detail: 'The service that knows people does not answer.',
      retryAfter: 5,
      cause: new Error(`${name}() did not answer within ${patience} ms`),
    })
  })
}
