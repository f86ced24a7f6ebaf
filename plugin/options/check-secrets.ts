import type { OptionFault } from './options-error.js'
import { fault, got, isInteger, isRecord, listOf, membersOf, optional, type OptionCheck } from './option-value.js'

const isPrefix: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[\w-]{1,20}$/.test(value)
    ? []
    : fault(option, `has to be 1 to 20 characters of A-Z, a-z, 0-9, _ and -, ${got(value)}`)

const isPepperId: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)
    ? []
    : fault(option, `has to be a name of up to 64 characters, such as a date, ${got(value)}`)

/** Never says what it got. */
const isPepperKey: OptionCheck = (value, option) =>
  (typeof value === 'string' || value instanceof Uint8Array) && value.length >= 32
    ? []
    : fault(option, 'has to be a string or Uint8Array of 32 or more: make one with openssl rand -base64 32')

const isPepper = membersOf({ id: isPepperId, key: isPepperKey })

const arePeppers: OptionCheck = (value, option) => {
  const faults = membersOf({ current: isPepper, previous: optional(listOf(isPepper)) })(value, option)
  return faults.length > 0 || !isRecord(value) ? faults : repeatedIds(value, option)
}

function repeatedIds({ current, previous = [] }: Readonly<Record<string, unknown>>, option: string): OptionFault[] {
  const others: unknown[] = Array.isArray(previous) ? previous : []
  const ids = [current, ...others].filter(isRecord).map(({ id }) => id)
  if (new Set(ids).size === ids.length) return []
  return fault(option, 'has two peppers with one id; every key needs its own')
}

export const checkSecrets = membersOf({
  prefix: optional(isPrefix),
  pepper: optional(arePeppers),
  max: optional(isInteger(1, 100)),
})
