import type { Capabilities } from '../contract/config.js'
import type { Timestamp } from './app-record.js'

const day = 24 * 60 * 60 * 1000

/** Until when a deleted app can be restored; from that moment on it cannot. */
export function restorableUntil({ restore_days }: Capabilities, deletedAt: Timestamp): Timestamp {
  return deletedAt + restore_days * day
}

/** Apps that were deleted at this moment or before can no longer be restored. */
export function restorableSince({ restore_days }: Capabilities, now: Timestamp): Timestamp {
  return now - restore_days * day
}
