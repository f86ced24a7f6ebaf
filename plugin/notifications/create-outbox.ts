import type { AppStore, AppTransaction } from '../registry/app-store.js'
import type { Channel } from './channel.js'
import { createChannelDrain } from './create-channel-drain.js'
import { lineOfEvent, type NotificationLine } from './notification-line.js'
import type { OutboxContext } from './outbox-context.js'

/**
 * What happened is written down with the change itself, and told afterwards, at least once: by the process that made the
 * change as soon as that is committed, or by any other one that finds it.
 */
export interface Outbox {
  /** The same store, which writes a line with every event of the audit log, in its transaction. */
  feed(store: AppStore): AppStore
  /** Writes a line for the channels that want it. Answers whether one does: then kick when the transaction is committed. */
  write(transaction: AppTransaction, line: NotificationLine): Promise<boolean>
  /** Says that lines have been committed. Nothing, where this process does not deliver by itself. */
  kick(): void
  /** Delivers by itself from now on. */
  start(): void
  /** Delivers what is due now. Answers how many attempts that took. */
  drain(isTimeLeft: () => boolean): Promise<number>
  stop(): Promise<void>
}

export function createOutbox(context: OutboxContext, channels: readonly Channel[]): Outbox {
  const drains = channels.map((channel) => createChannelDrain(channel, context))
  let started = false

  async function write(transaction: AppTransaction, line: NotificationLine): Promise<boolean> {
    const names = channels.filter((channel) => channel.wants(line)).map(({ name }) => name)
    if (names.length > 0) await transaction.insertLine(line, names)
    return names.length > 0
  }

  function kick(): void {
    if (started) for (const each of drains) each.kick()
  }

  return {
    feed: (store) => (channels.length === 0 ? store : feed(store, write, kick)),
    write,
    kick,
    start() {
      started = true
      for (const each of drains) each.start()
    },
    async drain(isTimeLeft) {
      const attempts = await Promise.all(drains.map((each) => each.drain(isTimeLeft)))
      return attempts.reduce((sum, count) => sum + count, 0)
    },
    async stop() {
      started = false
      await Promise.all(drains.map((each) => each.stop()))
    },
  }
}

function feed(store: AppStore, write: Outbox['write'], kick: () => void): AppStore {
  return {
    ...store,
    async transaction(work) {
      const done = await store.transaction(async (transaction) => {
        let isWritten = false
        const insertEvent: AppTransaction['insertEvent'] = async (event) => {
          await transaction.insertEvent(event)
          isWritten = (await write(transaction, lineOfEvent(event))) || isWritten
        }
        return { result: await work({ ...transaction, insertEvent }), isWritten }
      })
      if (done.isWritten) kick()
      return done.result
    },
  }
}
