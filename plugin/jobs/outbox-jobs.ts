import type { Outbox } from '../notifications/create-outbox.js'
import type { OutboxStore } from '../notifications/outbox-store.js'
import type { Job } from './job.js'
import { noticeExpiringSecrets } from './notice-expiring-secrets.js'
import { purgeInBatches } from './purge-in-batches.js'

/** Milliseconds for which it is kept what was told to whom. */
const keptFor = 30 * 24 * 60 * 60_000

/** What there is to do where somebody is told what happens. */
export function outboxJobs(outbox: Outbox, store: OutboxStore): Readonly<Record<string, Job>> {
  return {
    expiring_secrets: noticeExpiringSecrets(outbox),
    // For a host that runs the jobs itself: no process of its delivers otherwise.
    deliveries: (_context, isTimeLeft) => outbox.drain(isTimeLeft),
    notifications: ({ clock }, isTimeLeft) =>
      purgeInBatches((limit) => store.purge(clock() - keptFor, limit), isTimeLeft),
  }
}
