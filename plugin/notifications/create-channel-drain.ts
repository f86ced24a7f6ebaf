import { withinDeadline } from '../within-deadline.js'
import { attemptDelivery, longestAttempt } from './attempt-delivery.js'
import type { Channel } from './channel.js'
import type { OutboxContext } from './outbox-context.js'

export interface ChannelDrain {
  /** Says that there is something to deliver. */
  kick(): void
  /** Looks by itself from now on, for what other processes wrote or left; does not keep the process alive. */
  start(): void
  /**
   * Delivers what is due, until nothing is or no time is left. Answers how many attempts that took.
   *
   * @throws ProblemError `unavailable`.
   */
  drain(isTimeLeft: () => boolean): Promise<number>
  /** Ends after what is being delivered; what takes longer than some seconds is left to be claimed again. */
  stop(): Promise<void>
}

/** Deliveries that are claimed at once, and attempted side by side. */
const batch = 10

/** Milliseconds for which a claim is good: all of a batch have ended long before. */
const lease = 2 * longestAttempt

/** Milliseconds between two looks, on average: processes that started together do not look together. */
const interval = 5_000

/** Milliseconds for an attempt to end when the process does. */
const patience = 5_000

/** Delivers the lines of one channel: what is slow or down there holds up no other. */
export function createChannelDrain(channel: Channel, context: OutboxContext): ChannelDrain {
  const { store, logger, clock } = context
  const ending = new AbortController()
  let running: Promise<number> | undefined
  let kicked = false
  let failing = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function drainAll(isTimeLeft: () => boolean): Promise<number> {
    let attempts = 0
    try {
      for (;;) {
        kicked = false
        const now = clock()
        const claimed = await store.claim({ channel: channel.name, now, leaseUntil: now + lease, limit: batch })
        await Promise.all(claimed.map((delivery) => attemptDelivery(context, channel, delivery, ending.signal)))
        attempts += claimed.length
        // What was committed in between may have come after the claim.
        const more = claimed.length > 0 || kicked
        if (stopped || !more || !isTimeLeft()) return attempts
      }
    } finally {
      // Here, and not when the promise settles: a kick must find either a run that will look again, or none.
      running = undefined
    }
  }

  async function drain(isTimeLeft: () => boolean): Promise<number> {
    if (stopped) return 0
    running ??= drainAll(isTimeLeft)
    return running
  }

  async function look(): Promise<void> {
    try {
      await drain(() => true)
      failing = false
    } catch (err) {
      // While the database is away, once is enough.
      if (!failing) logger.warn({ channel: channel.name, err }, 'notifications.not_claimed')
      failing = true
    }
  }

  function schedule(milliseconds: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      void look().then(() => {
        schedule(interval * (0.75 + Math.random() / 2))
      })
    }, milliseconds)
    timer.unref()
  }

  return {
    kick() {
      kicked = true
      if (running === undefined) void look()
    },
    start() {
      if (timer === undefined) schedule(Math.random() * interval)
    },
    drain,
    async stop() {
      stopped = true
      clearTimeout(timer)
      const late = (): Error => new Error(`Not delivered within ${patience / 1000} seconds`)
      try {
        await withinDeadline(patience, Promise.resolve(running), late)
      } catch (err) {
        logger.warn({ channel: channel.name, err }, 'notifications.cut_off')
      }
      ending.abort()
      channel.close?.()
    },
  }
}
