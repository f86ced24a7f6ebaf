import type { Fault, FieldFault } from '../../plugin/contract/faults.js'
import { fieldNames, type FieldName } from '../../plugin/contract/fields.js'
import type { ItemFault } from '../../plugin/contract/item-fault.js'
import { memberOf } from '../../plugin/contract/json-pointer.js'

/** The field that a pointer leads into, and the item of it where the field is a list; `undefined` where it leads elsewhere. */
export function placeOf({ pointer }: FieldFault): { readonly field: FieldName; readonly index?: number } | undefined {
  const name = memberOf(pointer)
  const field = fieldNames.find((one) => one === name)
  if (!field) return undefined
  const item = pointer.split('/')[2] ?? ''
  return /^\d+$/.test(item) ? { field, index: Number(item) } : { field }
}

/** What to say at one field, item by item. */
export function faultsAt(faults: readonly FieldFault[], field: FieldName): ItemFault[] {
  return faults.flatMap((fault) => {
    const place = placeOf(fault)
    if (place?.field !== field) return []
    return [place.index === undefined ? { fault } : { index: place.index, fault }]
  })
}

/**
 * Which faults a person is told of, and when: those of a field once they have changed it and paused or went on, all of them
 * once they wanted to save. What the server refused is told until the field that it is about changes.
 */
export class FormFaults {
  readonly #left = new Set<FieldName>()
  #all = false
  #refused: readonly FieldFault[] = []
  /** Reasons why a part of the form has no value to give yet: an image that is not fitted, text that is no JSON. */
  readonly #held = new Map<FieldName, Fault>()

  leave(field: FieldName): void {
    this.#left.add(field)
  }

  showAll(): void {
    this.#all = true
  }

  /** Takes what the server said of what was sent. */
  refuse(errors: readonly FieldFault[]): void {
    this.#refused = errors
  }

  hold(field: FieldName, fault: Fault | undefined): void {
    if (fault) this.#held.set(field, fault)
    else this.#held.delete(field)
  }

  /** A field has another value: what the server said of the last one holds no more. */
  change(field: FieldName): void {
    this.#refused = this.#refused.filter((fault) => placeOf(fault)?.field !== field)
  }

  /** All that stands against saving: what the rules find, less what a part knows better. */
  standing(found: readonly FieldFault[]): FieldFault[] {
    const held = [...this.#held].map(([field, fault]) => ({ ...fault, pointer: `/${field}` }))
    const others = found.filter((fault) => {
      const place = placeOf(fault)
      return place?.index !== undefined || !place || !this.#held.has(place.field)
    })
    return [...others, ...held]
  }

  /** What to tell now. */
  shown(found: readonly FieldFault[]): FieldFault[] {
    const told = this.standing(found).filter((fault) => {
      const place = placeOf(fault)
      return this.#all || (place !== undefined && this.#left.has(place.field))
    })
    const known = new Set(told.map(identity))
    return [...told, ...this.#refused.filter((fault) => !known.has(identity(fault)))]
  }
}

function identity({ pointer, code }: FieldFault): string {
  return `${pointer} ${code}`
}
