import { setTimeout } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { OutboxStore } from '../notifications/outbox-store.js'
import { newId } from '../registry/new-id.js'
import type { StoreOptions } from './create-store.js'
import { isDatabaseText } from './database-text.js'
import {
  claimDeliveries,
  findParkedDeliveries,
  isAnyDue,
  retryDelivery,
  settleDelivery,
  splitDelivery,
} from './outbox-deliveries.js'
import { purgeLines } from './outbox-lines.js'
import { runQuery, runTransaction } from './run-transaction.js'
import { whenMigrated } from './when-migrated.js'

/**
 * How often to look for what is due and cannot be claimed: somebody else claims it, or MySQL had it locked for a moment on
 * the way to another channel's.
 */
const looks = 3

/** Milliseconds between two. */
const longestPause = 20

/** What is told of the apps, in the same database. */
export function createOutboxStore({ knex, openDialect }: Pick<StoreOptions, 'knex' | 'openDialect'>): OutboxStore {
  const ready = whenMigrated({ knex, openDialect })

  async function change<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    await runQuery(ready)
    return runTransaction(knex, work)
  }

  return {
    async claim(query) {
      const dialect = await runQuery(ready)
      // Between the rows that two processes claim, MySQL would lock what neither has, and each wait for the other.
      const options = dialect.rowLocks === 'none' ? {} : ({ isolationLevel: 'read committed' } as const)
      for (let look = 0; look < looks; look++) {
        // Most looks find nothing, and a transaction costs more than a look.
        if (!(await runQuery(() => isAnyDue(knex, query)))) return []
        const work = (transaction: Knex.Transaction) => claimDeliveries(transaction, dialect, query, newId())
        const claimed = await runTransaction(knex, work, options)
        if (claimed.length > 0) return claimed
        await setTimeout(Math.random() * longestPause)
      }
      return []
    },
    async settle(delivery, ending) {
      await change((transaction) => settleDelivery(transaction, delivery, ending))
    },
    split: (delivery, targets, at) => change((transaction) => splitDelivery(transaction, delivery, targets, at)),
    findParked: (limit) =>
      runQuery(async () => {
        await ready()
        return findParkedDeliveries(knex, limit)
      }),
    retry: async (deliveryId, at) =>
      isDatabaseText(deliveryId) && change((transaction) => retryDelivery(transaction, deliveryId, at)),
    purge: (until, limit) => change((transaction) => purgeLines(transaction, until, limit)),
  }
}
