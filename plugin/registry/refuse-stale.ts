import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'

/**
 * Of several versions that the caller would change, the app has to have one; where none is named, any will do.
 *
 * @throws ProblemError `stale` when the app is no longer as the caller read it (RFC 9110 §13.1.1).
 */
export function refuseStale(app: AppRecord, version: number | readonly number[] | undefined): void {
  if (version === undefined || [version].flat().includes(app.version)) return
  throw new ProblemError('stale', { detail: 'Somebody has changed this app since you read it: read it again.' })
}
