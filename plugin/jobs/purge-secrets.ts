import type { Job } from './job.js'
import { purgeInBatches } from './purge-in-batches.js'

/** Milliseconds for which a secret that has ended is kept, to be looked at when somebody asks what happened. */
const keptFor = 90 * 24 * 60 * 60 * 1000

/** Removes what is left of secrets that ended long ago. */
export const purgeSecrets: Job = ({ store, clock }, isTimeLeft) => {
  const endedBy = clock() - keptFor
  return purgeInBatches((limit) => store.purgeSecrets(endedBy, limit), isTimeLeft)
}
