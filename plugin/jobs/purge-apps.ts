import type { DeletedApp } from '../registry/app-store.js'
import { purgeApp } from '../registry/purge-app.js'
import type { RegistryContext } from '../registry/registry-context.js'
import { restorableSince } from '../registry/restore-time.js'
import type { Job } from './job.js'

const batch = 100

/**
 * Milliseconds for which an app is left alone when its days are over: clocks of processes differ, and what one of them purges
 * no other may be about to restore, or to purge itself.
 */
const grace = 60_000

/** Purges deleted apps whose days are over, and those whose deletion for good was cut off. */
export const purgeApps: Job = async (context, isTimeLeft) => {
  const { store, capabilities, clock } = context
  const until = restorableSince(capabilities, clock()) - grace
  let purged = 0
  let after: DeletedApp | undefined
  for (;;) {
    const apps = await store.findDeletedApps({ until, after, limit: batch })
    for (const app of apps) {
      if (!isTimeLeft()) return purged
      if (await isPurged(context, app)) purged += 1
    }
    after = apps.at(-1)
    if (apps.length < batch) return purged
  }
}

/** One that cannot be purged now, since its tokens cannot be revoked, is no reason to keep the others. */
async function isPurged(context: RegistryContext, app: DeletedApp): Promise<boolean> {
  try {
    return (await purgeApp(context, app)).purged
  } catch (err) {
    context.logger.warn({ client_id: app.clientId, err }, 'app.not_purged')
    return false
  }
}
