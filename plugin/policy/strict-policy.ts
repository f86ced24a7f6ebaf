import type { Policy } from './policy.js'

/**
 * The same policy, of which `can` says yes by `true` alone: a host may be plain JavaScript, and the promise that an async
 * function returns would allow everything to everybody.
 *
 * @throws TypeError from `can`.
 */
export function strictPolicy(policy: Policy): Policy {
  return {
    visible: (principal) => policy.visible(principal),
    can(principal, action, app) {
      const answer: unknown = policy.can(principal, action, app)
      if (typeof answer === 'boolean') return answer
      throw new TypeError(`policy.can() must return true or false at once, not ${kindOf(answer)}`)
    },
  }
}

function kindOf(value: unknown): string {
  return value instanceof Promise ? 'a promise' : typeof value
}
