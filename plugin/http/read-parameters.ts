import * as z from 'zod/mini'
import type { FieldFault } from '../contract/faults.js'
import { jsonPointer } from '../contract/json-pointer.js'
import { readInput, type InputReading } from '../contract/read-input.js'

/** `Number()` reads more than people write: `0x10`, `1e1`, ` 5 ` and nothing at all. */
const plainDecimal = /^-?\d{1,15}$/

/** Takes from a query what has the right shape: each parameter once, and numbers in plain decimal digits. */
export function readParameters<Schema extends z.ZodMiniObject>(
  schema: Schema,
  query: Readonly<Record<string, unknown>>,
): InputReading<Schema> {
  const faults: FieldFault[] = []
  const once: [string, unknown][] = []
  for (const [name, value] of Object.entries(query)) {
    const repeated = Array.isArray(value) && Object.hasOwn(schema.shape, name)
    if (repeated) faults.push({ pointer: jsonPointer(name), code: 'too_many', max: 1 })
    else once.push([name, isNumber(schema.shape[name]) && !plainDecimal.test(String(value)) ? Number.NaN : value])
  }
  const reading = readInput(schema, Object.fromEntries(once))
  return { members: reading.members, faults: [...faults, ...reading.faults] }
}

function isNumber(member: z.core.$ZodType | undefined): boolean {
  return member instanceof z.ZodMiniOptional ? isNumber(member._zod.def.innerType) : member instanceof z.ZodMiniNumber
}
