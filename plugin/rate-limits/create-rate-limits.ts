import type { Logger } from '../logger.js'
import type { RateLimitOptions } from '../options.js'
import { withinDeadline } from '../within-deadline.js'
import { countInMemory, countShared, countWith, rememberRefusals, type RequestCount } from './count-requests.js'
import type { CountRequest, RatePolicy } from './rate-limiter.js'

/** A policy, and the counter that holds it. */
export interface RateLimitRule {
  readonly policy: RatePolicy
  readonly count: CountRequest
}

export type RateLimits = Readonly<Record<RatePolicy['name'], RateLimitRule>>

export interface RateLimitsContext {
  /** Counts a request in the database, for all nodes. */
  readonly countRequest: (policy: RatePolicy, principalId: string) => Promise<RequestCount>
  readonly logger: Pick<Logger, 'info' | 'warn'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** Milliseconds that a request waits for being counted: as long as a statement waits for a row that others hold. */
const patience = 3000

/** The limits that a host has, by options that have been checked; none where they are off. */
export function createRateLimits(
  options: RateLimitOptions | false,
  { countRequest, logger, clock }: RateLimitsContext,
): RateLimits | undefined {
  if (options === false) return undefined
  const changes: RatePolicy = { name: 'changes', ...(options.changes ?? { points: 60, seconds: 60 }) }
  const reads: RatePolicy = { name: 'reads', ...(options.reads ?? { points: 600, seconds: 60 }) }

  function rule(policy: RatePolicy, own: CountRequest | undefined): RateLimitRule {
    const limiter = options && options.limiter?.(policy)
    const shared = limiter ? countWith(limiter) : own
    const alone = countInMemory(policy, clock)
    return { policy, count: shared ? insured(rememberRefusals(shared, clock), alone, policy, logger) : alone }
  }

  return { changes: rule(changes, countShared(changes, countRequest, clock)), reads: rule(reads, undefined) }
}

/** While the one counter fails or is slow, the other one counts: a limit is no reason to turn everybody away. */
function insured(
  count: CountRequest,
  instead: CountRequest,
  { name }: RatePolicy,
  logger: RateLimitsContext['logger'],
): CountRequest {
  let failing = false
  return async (principalId) => {
    try {
      const counting = Promise.resolve(count(principalId))
      const state = await withinDeadline(patience, counting, () => new Error(`Not counted within ${patience} ms`))
      if (failing) logger.info({ policy: name }, 'rate_limit.shared_again')
      failing = false
      return state
    } catch (err) {
      // Once for each outage: a log that grows with every request would be the next one.
      if (!failing) logger.warn({ policy: name, err }, 'rate_limit.not_shared')
      failing = true
      return instead(principalId)
    }
  }
}
