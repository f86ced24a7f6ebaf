import * as z from 'zod/mini'
import type { Fault, FieldFault } from './faults.js'
import { jsonPointer } from './json-pointer.js'

export interface InputReading<Schema extends z.ZodMiniObject> {
  /** The members that have the right shape, and none of the others. */
  readonly members: Partial<z.infer<Schema>>
  readonly faults: FieldFault[]
}

export interface ReadInputOptions {
  /** The schema of the answer: members that only it has are set by the server, and are refused as such. */
  readonly answer?: z.ZodMiniObject
}

/**
 * Takes from a parsed body, or a query, what has the right shape. Member by member, so that one wrong type does not hide
 * the next fault, and so that no key of the caller's (`__proto__`) is ever written.
 */
export function readInput<Schema extends z.ZodMiniObject>(
  schema: Schema,
  value: unknown,
  { answer }: ReadInputOptions = {},
): InputReading<Schema> {
  if (!isObject(value)) return { members: {}, faults: [{ pointer: '', code: 'wrong_type', expected: 'object' }] }
  const members: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(schema.shape, name)) continue
    const setByServer = answer !== undefined && Object.hasOwn(answer.shape, name)
    faults.push({ pointer: jsonPointer(name), code: setByServer ? 'server_set_member' : 'unknown_member' })
  }
  for (const [name, member] of Object.entries(schema.shape)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const result = z.safeParse(member, given)
    if (!result.success) {
      faults.push(...result.error.issues.flatMap((issue) => faultsOf(issue, name, member, given)))
    } else if (result.data !== undefined) {
      members[name] = result.data
    }
  }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- each member has just passed the schema's own check
  return { members: members as Partial<z.infer<Schema>>, faults }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faultsOf(issue: z.core.$ZodIssue, name: string, member: z.core.$ZodType, given: unknown): FieldFault[] {
  const path = [name, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: jsonPointer(...path, key), code: 'unknown_member' }))
  }
  return [{ pointer: jsonPointer(...path), ...faultOf(issue, member, given) }]
}

function faultOf(issue: z.core.$ZodIssue, member: z.core.$ZodType, given: unknown): Fault {
  if (given === undefined) return { code: 'required' }
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong_type', expected: issue.expected === 'int' ? 'integer' : issue.expected }
    case 'invalid_value':
      return { code: 'not_allowed', allowed: issue.values.map(String) }
    case 'too_big':
    case 'too_small':
      if (issue.origin === 'array') return faultOfLength(issue)
      return { code: 'out_of_range', ...rangeOf(member) }
    default:
      return { code: 'wrong_type', expected: innermost(member)._zod.def.type }
  }
}

/** A list that is too long, or that has to have something in it. */
function faultOfLength(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Fault {
  return issue.code === 'too_big' ? { code: 'too_many', max: Number(issue.maximum) } : { code: 'required' }
}

/** The schemas give the bounds of their numbers with `gte` and `lte`. */
function rangeOf(member: z.core.$ZodType): { min: number; max: number } {
  const range = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
  for (const check of innermost(member)._zod.def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckGreaterThan) range.min = Number(check._zod.def.value)
    if (check instanceof z.core.$ZodCheckLessThan) range.max = Number(check._zod.def.value)
  }
  return range
}

/** What stands within `optional` and `nullable`. */
function innermost(member: z.core.$ZodType): z.core.$ZodType {
  return member instanceof z.ZodMiniOptional || member instanceof z.ZodMiniNullable
    ? innermost(member._zod.def.innerType)
    : member
}
