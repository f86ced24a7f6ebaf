import type { Job } from './job.js'
import { purgeInBatches } from './purge-in-batches.js'

/** Milliseconds for which the log of an endpoint is kept, and what is left of secrets that do not sign any more. */
const keptFor = 30 * 24 * 60 * 60 * 1000

/** Forgets what was sent to endpoints long ago. */
export const purgeWebhooks: Job = ({ webhooks, clock }, isTimeLeft) => {
  const until = clock() - keptFor
  if (!webhooks) return Promise.resolve(0)
  return purgeInBatches((limit) => webhooks.store.purge(until, limit), isTimeLeft)
}
