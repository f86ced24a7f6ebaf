import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'

/** @throws ProblemError `stale` when the app is no longer as the caller read it (RFC 9110 §13.1.1). */
export function refuseStale(app: AppRecord, version: number): void {
  if (version === app.version) return
  throw new ProblemError('stale', { detail: 'Somebody has changed this app since you read it: read it again.' })
}
