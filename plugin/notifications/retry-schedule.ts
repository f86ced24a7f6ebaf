import type { Timestamp } from '../registry/app-record.js'

/** Milliseconds. */
const firstPause = 5_000
const longestPause = 60 * 60_000
const day = 24 * 60 * 60_000

export interface Attempted {
  /** 1 for the first time. */
  readonly attempt: number
  /** When it was first attempted: what lay there while nobody could try has its day yet. */
  readonly triedAt: Timestamp
}

/**
 * When an attempt that failed is repeated: each time after twice as long, up to an hour, more or less a quarter, so that
 * those that failed together do not come back together.
 *
 * @param retryAfter seconds that the receiver asked for.
 * @returns `null` where it has been tried for a day.
 */
export function retryAt(
  { attempt, triedAt }: Attempted,
  now: Timestamp,
  retryAfter = 0,
  random = Math.random,
): Timestamp | null {
  if (now >= triedAt + day) return null
  const pause = Math.max(firstPause * 2 ** (attempt - 1), retryAfter * 1000)
  return now + Math.round(Math.min(pause, longestPause) * (0.75 + random() / 2))
}
