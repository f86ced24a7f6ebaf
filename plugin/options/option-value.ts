import type { OptionFault } from './options-error.js'

/** What a check of one option answers: nothing, when it is sound. */
export type OptionCheck = (value: unknown, option: string) => OptionFault[]

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as a developer recognises it; not for anything secret. */
export function got(value: unknown): string {
  if (typeof value === 'string') return `got ${JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)}`
  if (Array.isArray(value)) return `got an array of ${value.length}`
  if (value === null || ['undefined', 'number', 'boolean'].includes(typeof value)) return `got ${String(value)}`
  return `got ${typeof value === 'object' ? 'an object' : `a ${typeof value}`}`
}

export function fault(option: string, message: string): OptionFault[] {
  return [{ option, message }]
}

/** An object whose members are each checked; one that nobody knows is a fault, since a slip of the pen must not be silent. */
export function membersOf(checks: Readonly<Record<string, OptionCheck>>): OptionCheck {
  return (value, option) => {
    if (!isRecord(value)) return fault(option, `has to be an object, ${got(value)}`)
    const within = (name: string): string => (option === '' ? name : `${option}.${name}`)
    const unknown = Object.keys(value)
      .filter((name) => !Object.hasOwn(checks, name))
      .flatMap((name) => fault(within(name), `is no option; there are ${Object.keys(checks).join(', ')}`))
    return [...unknown, ...Object.entries(checks).flatMap(([name, check]) => check(value[name], within(name)))]
  }
}

export function optional(check: OptionCheck): OptionCheck {
  return (value, option) => (value === undefined ? [] : check(value, option))
}

export const isBoolean: OptionCheck = (value, option) =>
  typeof value === 'boolean' ? [] : fault(option, `has to be true or false, ${got(value)}`)

export function isOneOf(values: readonly string[]): OptionCheck {
  return (value, option) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : fault(option, `has to be one of ${values.join(', ')}, ${got(value)}`)
}

export function isFunction(signature: string): OptionCheck {
  return (value, option) =>
    typeof value === 'function' ? [] : fault(option, `has to be a function ${signature}, ${got(value)}`)
}

export function isInteger(min: number, max: number): OptionCheck {
  return (value, option) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : fault(option, `has to be an integer from ${min} to ${max}, ${got(value)}`)
}

export function listOf(check: OptionCheck): OptionCheck {
  return (value, option) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${option}[${index}]`))
      : fault(option, `has to be an array, ${got(value)}`)
}
