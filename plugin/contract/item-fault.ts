import type { Fault, FieldFault } from './faults.js'
import { jsonPointer } from './json-pointer.js'

/** What is wrong with one item of a list or, without `index`, with the list as a whole. */
export interface ItemFault {
  readonly index?: number
  readonly fault: Fault
}

/**
 * Judges every item; of equal ones the second is at fault, if there is a `duplicate` fault for that. Items beyond `max` are answered by `too_many` alone, so that
 * the cost of a list, and of the answer to it, has a bound.
 */
export function judgeList(
  items: readonly string[],
  max: number,
  duplicate: Fault | undefined,
  judge: (item: string) => readonly Fault[],
): ItemFault[] {
  const seen = new Set<string>()
  const faults = items.slice(0, max).flatMap((item, index): ItemFault[] => {
    if (duplicate && seen.has(item)) return [{ index, fault: duplicate }]
    seen.add(item)
    return judge(item).map((fault) => ({ index, fault }))
  })
  return items.length > max ? [{ fault: { code: 'too_many', max } }, ...faults] : faults
}

/** The faults of the list that is this member of a body. */
export function inMember(name: string, faults: readonly ItemFault[]): FieldFault[] {
  return faults.map(({ index, fault }) => {
    return { pointer: index === undefined ? jsonPointer(name) : jsonPointer(name, index), ...fault }
  })
}
