import { isFunction, isInteger, membersOf, optional, type OptionCheck } from './option-value.js'

const day = 24 * 60 * 60

const isRateLimit = membersOf({ points: isInteger(1, 1_000_000), seconds: isInteger(1, day) })

const areRateLimits = membersOf({
  changes: optional(isRateLimit),
  reads: optional(isRateLimit),
  limiter: optional(isFunction('({ name, points, seconds }) => a limiter of rate-limiter-flexible, or one like it')),
})

export const checkRateLimits: OptionCheck = (value, option) => (value === false ? [] : areRateLimits(value, option))
