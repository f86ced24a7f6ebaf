import { withinDeadline } from '../within-deadline.js'
import type { Channel, DeliveryOutcome } from './channel.js'
import type { ClaimedDelivery, DeliveryEnding } from './outbox-store.js'
import type { OutboxContext } from './outbox-context.js'
import { retryAt } from './retry-schedule.js'

/** Milliseconds for one attempt. */
export const longestAttempt = 30_000

/** Characters that are kept of a reason. */
const longestReason = 500

/** Attempts a delivery once, and keeps how that ended. Never throws. */
export async function attemptDelivery(
  { store, logger, clock }: OutboxContext,
  channel: Channel,
  delivery: ClaimedDelivery,
  ending: AbortSignal,
): Promise<void> {
  const outcome = await outcomeOf(channel, delivery, ending)
  const { id, line, target, attempt } = delivery
  const details = { delivery: id, event: line.event, client_id: line.app.client_id, target, attempt }
  try {
    const at = clock()
    if (outcome.kind === 'split') {
      await store.split(delivery, outcome.targets, at)
      return
    }
    const end = endingOf(delivery, outcome, at)
    await store.settle(delivery, end)
    if ('dueAt' in end) logger.warn({ ...details, reason: end.reason }, 'notification.failed')
    else if (end.outcome === 'parked') logger.error({ ...details, reason: end.reason }, 'notification.parked')
    else logger.info(end.reason === null ? details : { ...details, reason: end.reason }, `notification.${end.outcome}`)
  } catch (err) {
    // Its lease ends, and it is told once more.
    logger.warn({ ...details, outcome: outcome.kind, err }, 'notification.not_settled')
  }
}

async function outcomeOf(channel: Channel, delivery: ClaimedDelivery, ending: AbortSignal): Promise<DeliveryOutcome> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(longestAttempt)])
  const late = (): Error => new Error(`It took longer than ${longestAttempt / 1000} seconds`)
  try {
    return await withinDeadline(longestAttempt, channel.deliver(delivery, signal), late)
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function endingOf(
  delivery: ClaimedDelivery,
  outcome: Exclude<DeliveryOutcome, { readonly kind: 'split' }>,
  at: number,
): DeliveryEnding {
  if (outcome.kind === 'delivered') return { outcome: 'delivered', reason: null, at }
  const reason = outcome.reason.slice(0, longestReason)
  if (outcome.kind !== 'failed') return { outcome: outcome.kind, reason, at }
  const dueAt = retryAt(delivery, at, outcome.retryAfter)
  return dueAt === null ? { outcome: 'parked', reason, at } : { dueAt, reason }
}
