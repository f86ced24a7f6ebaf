import { ProblemError } from '../../problem-error.js'

/** The keys of an app's key set have five levels. */
const levelsMax = 16

/** Far more than an app has with every list full; each may be a fault, and the answer names every one. */
const valuesMax = 5000

/**
 * Bounds a parsed body in depth and in number. `JSON.parse` takes any number of levels; `JSON.stringify`, and whoever
 * else walks through them by recursion, overflows the stack at some thousands.
 *
 * @throws ProblemError `body_malformed` or `too_large`.
 */
export function refuseOutsizedJson(body: unknown): void {
  let values = 0
  const visit = (value: unknown, level: number): void => {
    if (++values > valuesMax) {
      throw new ProblemError('too_large', { detail: `The JSON may have ${valuesMax} values.` })
    }
    if (typeof value !== 'object' || value === null) return
    if (level > levelsMax) {
      throw new ProblemError('body_malformed', { detail: `The JSON may have ${levelsMax} levels.` })
    }
    for (const member of Object.values(value)) visit(member, level + 1)
  }
  visit(body, 1)
}
