import { idempotencyWindow } from '../registry/idempotent-request.js'
import type { Job } from './job.js'
import { purgeInBatches } from './purge-in-batches.js'

/** Forgets keys of requests (Idempotency-Key) whose time is over. */
export const purgeRequests: Job = ({ store, clock }, isTimeLeft) => {
  const usedBy = clock() - idempotencyWindow
  return purgeInBatches((limit) => store.purgeKeptRequests(usedBy, limit), isTimeLeft)
}
