import type { Request, Response } from 'express'
import { ProblemError } from '../../problem-error.js'
import type { RateLimits } from '../../rate-limits/create-rate-limits.js'
import type { RatePolicy } from '../../rate-limits/rate-limiter.js'
import { isSafe } from './safe-methods.js'

/**
 * Counts a request of somebody who is known, before anything of it is read, and says what is left in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @throws ProblemError `rate_limited`.
 */
export async function limitRate(
  request: Request,
  response: Response,
  countedAs: string,
  limits: RateLimits | undefined,
): Promise<void> {
  if (!limits) return
  const { policy, count } = limits[isSafe(request.method) ? 'reads' : 'changes']
  const { exceeded, remaining, msLeft } = await count(countedAs)
  const seconds = Math.ceil(msLeft / 1000)
  response.set({
    'RateLimit-Policy': `"${policy.name}";q=${policy.points};w=${policy.seconds}`,
    RateLimit: `"${policy.name}";r=${remaining};t=${seconds}`,
  })
  if (exceeded) throw new ProblemError('rate_limited', { detail: refusal(policy), retryAfter: msLeft / 1000 })
}

function refusal({ name, points, seconds }: RatePolicy): string {
  const requests = name === 'changes' ? 'requests that change something' : 'requests that read'
  return `You may make up to ${points} ${requests} in ${seconds} seconds: wait as long as Retry-After says.`
}
