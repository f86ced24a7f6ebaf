import type { Outbox } from '../notifications/create-outbox.js'
import { lineOfExpiringSecret } from '../notifications/notification-line.js'
import type { Job } from './job.js'

/** Milliseconds before its end at which a secret is noticed. */
const ahead = 14 * 24 * 60 * 60_000

const batch = 100

/** Tells, once for each, which secrets of enabled apps are about to end. */
export function noticeExpiringSecrets(outbox: Pick<Outbox, 'write' | 'kick'>): Job {
  return async ({ store, clock }, isTimeLeft) => {
    let noticed = 0
    while (isTimeLeft()) {
      const now = clock()
      const ending = await store.findUnnoticedSecrets({ after: now, until: now + ahead, limit: batch })
      for (const { app, secret } of ending) {
        const line = lineOfExpiringSecret(app, secret, now)
        await store.transaction(async (transaction) => {
          // Another process may have been faster.
          if (await transaction.noticeSecret(secret.id, now)) await outbox.write(transaction, line)
        })
        noticed += 1
      }
      if (ending.length > 0) outbox.kick()
      if (ending.length < batch) break
    }
    return noticed
  }
}
