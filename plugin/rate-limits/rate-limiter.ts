/** How many requests a principal may make in how many seconds. */
export interface RateLimit {
  readonly points: number
  readonly seconds: number
}

/** A limit with its name: `changes` are requests by unsafe methods (RFC 9110 §9.2.1), `reads` all others. */
export interface RatePolicy extends RateLimit {
  readonly name: 'changes' | 'reads'
}

/** What a {@link RateLimiter} answers. */
export interface RateLimiterAnswer {
  readonly remainingPoints: number
  /** Milliseconds until all points are there again. */
  readonly msBeforeNext: number
}

/**
 * A counter of the host's own; those of the package rate-limiter-flexible are some. `consume` takes a point of the key: it
 * rejects with an answer where there is none left, and with anything else where it cannot count.
 */
export interface RateLimiter {
  consume(key: string): Promise<RateLimiterAnswer>
}

/** Where a principal stands after a request. */
export interface RateState {
  readonly exceeded: boolean
  readonly remaining: number
  /** Milliseconds until the count begins anew. */
  readonly msLeft: number
}

/** Counts one request of a principal. */
export type CountRequest = (principalId: string) => Promise<RateState> | RateState
