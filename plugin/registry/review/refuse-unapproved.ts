import { isApproved } from '../../contract/review-values.js'
import { ProblemError } from '../../problem-error.js'
import type { AppRecord } from '../app-record.js'
import type { RegistryContext } from '../registry-context.js'

/**
 * Only what was approved is switched on and off, or used by others: all that would be a way around those who review.
 *
 * @throws ProblemError `not_approved`.
 */
export function refuseUnapproved({ capabilities }: Pick<RegistryContext, 'capabilities'>, app: AppRecord): void {
  if (!capabilities.review || isApproved(app)) return
  throw new ProblemError('not_approved', {
    detail:
      'This app is not approved, and works for its owner alone: nobody switches it on or off, or uses it for others.',
  })
}
