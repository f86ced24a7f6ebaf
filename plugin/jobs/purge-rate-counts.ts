import type { Job } from './job.js'
import { purgeInBatches } from './purge-in-batches.js'

/** Milliseconds: a process whose clock is slow may still be counting. */
const grace = 60 * 60 * 1000

/** Forgets how often people asked who have not come back since. */
export const purgeRateCounts: Job = ({ store, clock }, isTimeLeft) => {
  const endedBy = clock() - grace
  return purgeInBatches((limit) => store.purgeRateCounters(endedBy, limit), isTimeLeft)
}
