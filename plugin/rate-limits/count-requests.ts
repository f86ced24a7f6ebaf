import { ExpiringMap } from './expiring-map.js'
import type { CountRequest, RateLimiter, RateLimiterAnswer, RatePolicy, RateState } from './rate-limiter.js'

/** How many requests a principal has made since its count began, this one included. */
export interface RequestCount {
  readonly used: number
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

type Clock = () => number

/** Counts in this process alone. */
export function countInMemory(policy: RatePolicy, clock: Clock): CountRequest {
  const counts = new ExpiringMap<{ used: number; readonly endsAt: number }>()
  return (principalId) => {
    const now = clock()
    let count = counts.get(principalId, now)
    if (!count) {
      count = { used: 0, endsAt: now + policy.seconds * 1000 }
      counts.set(principalId, count, count.endsAt, now)
    }
    count.used++
    return stateOf(policy, count, now)
  }
}

/** Counts where all nodes do. */
export function countShared(
  policy: RatePolicy,
  count: (policy: RatePolicy, principalId: string) => Promise<RequestCount>,
  clock: Clock,
): CountRequest {
  return async (principalId) => stateOf(policy, await count(policy, principalId), clock())
}

/** Counts with what the host brought. */
export function countWith(limiter: RateLimiter): CountRequest {
  return async (principalId) => {
    try {
      return toState(await limiter.consume(principalId), false)
    } catch (error) {
      if (isAnswer(error)) return toState(error, true)
      throw error
    }
  }
}

/** Whoever has been refused is refused in this process until their count begins anew: that costs no database anything. */
export function rememberRefusals(count: CountRequest, clock: Clock): CountRequest {
  const refused = new ExpiringMap<number>()
  return async (principalId) => {
    const now = clock()
    const endsAt = refused.get(principalId, now)
    if (endsAt !== undefined) return { exceeded: true, remaining: 0, msLeft: endsAt - now }
    const state = await count(principalId)
    if (state.exceeded) refused.set(principalId, now + state.msLeft, now + state.msLeft, now)
    return state
  }
}

function stateOf({ points }: RatePolicy, { used, endsAt }: RequestCount, now: number): RateState {
  return { exceeded: used > points, remaining: Math.max(0, points - used), msLeft: Math.max(0, endsAt - now) }
}

function toState({ remainingPoints, msBeforeNext }: RateLimiterAnswer, exceeded: boolean): RateState {
  return { exceeded, remaining: Math.max(0, remainingPoints), msLeft: Math.max(0, msBeforeNext) }
}

function isAnswer(value: unknown): value is RateLimiterAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'remainingPoints' in value &&
    typeof value.remainingPoints === 'number' &&
    'msBeforeNext' in value &&
    typeof value.msBeforeNext === 'number'
  )
}
