import { ProblemError } from '../../problem-error.js'

export function nothingToReview(): ProblemError {
  return new ProblemError('nothing_to_review', { detail: 'Nothing of this app waits for approval.' })
}
