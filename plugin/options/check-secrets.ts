import type { OptionFault } from './options-error.js'
import { fault, got, isInteger, isRecord, listOf, membersOf, optional, type OptionCheck } from './option-value.js'

const isPrefix: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[\w-]{1,20}$/.test(value)
    ? []
    : fault(option, `has to be 1 to 20 characters of A-Z, a-z, 0-9, _ and -, ${got(value)}`)

/** None of these says what it got: a key may stand in the wrong place. */
function shaped(shape: string, isShaped: (value: unknown) => boolean, check: OptionCheck): OptionCheck {
  return (value, option) => (isShaped(value) ? check(value, option) : fault(option, `has to be ${shape}`))
}

const isPepperId: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)
    ? []
    : fault(option, 'has to be a name of up to 64 characters of A-Z, a-z, 0-9, _, . and -, such as a date')

const isPepperKey: OptionCheck = (value, option) =>
  (typeof value === 'string' || value instanceof Uint8Array) && value.length >= 32
    ? []
    : fault(option, 'has to be a string or Uint8Array of 32 or more: make one with openssl rand -base64 32')

const isPepper = shaped('{ id, key }', isRecord, membersOf({ id: isPepperId, key: isPepperKey }))

const areFormerPeppers = shaped('an array of { id, key }', Array.isArray, listOf(isPepper))

/** A key and those before it, each by its own name: a pepper, or what encrypts. */
export const areKeys: OptionCheck = (value, option) =>
  shaped('{ current: { id, key }, previous: [{ id, key }] }', isRecord, arePeppers)(value, option)

const arePeppers: OptionCheck = (value, option) => {
  const faults = membersOf({ current: isPepper, previous: optional(areFormerPeppers) })(value, option)
  return faults.length > 0 || !isRecord(value) ? faults : repeatedIds(value, option)
}

function repeatedIds({ current, previous = [] }: Readonly<Record<string, unknown>>, option: string): OptionFault[] {
  const others: unknown[] = Array.isArray(previous) ? previous : []
  const ids = [current, ...others].filter(isRecord).map(({ id }) => id)
  if (new Set(ids).size === ids.length) return []
  return fault(option, 'has two keys with one id; each needs its own')
}

export const checkSecrets = shaped(
  '{ prefix, pepper, max }',
  isRecord,
  membersOf({
    prefix: optional(isPrefix),
    pepper: optional(areKeys),
    max: optional(isInteger(1, 100)),
  }),
)
