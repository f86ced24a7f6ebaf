import type { Job } from './job.js'

const batch = 500

/** Milliseconds for which a secret that has ended is kept, to be looked at when somebody asks what happened. */
const keptFor = 90 * 24 * 60 * 60 * 1000

/** Removes what is left of secrets that ended long ago. */
export const purgeSecrets: Job = async ({ store, clock }, isTimeLeft) => {
  const endedBy = clock() - keptFor
  let purged = 0
  while (isTimeLeft()) {
    const count = await store.purgeSecrets(endedBy, batch)
    purged += count
    if (count < batch) break
  }
  return purged
}
