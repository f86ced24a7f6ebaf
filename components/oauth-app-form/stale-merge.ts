import type { FieldName } from '../../plugin/contract/fields.js'
import { changedFields, sameValue, type FormValues } from './form-values.js'

/** An edit that another one overtook, compared with it field by field (three ways: base, mine, theirs). */
export interface StaleEdit {
  /** What both had read. */
  readonly base: FormValues
  readonly mine: FormValues
  readonly theirs: FormValues
  /** What they changed and I did not: theirs is taken. */
  readonly adopted: readonly FieldName[]
  /** What both of us changed, and not to the same: to be chosen. */
  readonly conflicts: readonly FieldName[]
}

export function compareEdits(base: FormValues, mine: FormValues, theirs: FormValues): StaleEdit {
  const changedByThem = changedFields(base, theirs)
  return {
    base,
    mine,
    theirs,
    adopted: changedByThem.filter((field) => sameValue(field, base, mine)),
    conflicts: changedByThem.filter((field) => !sameValue(field, base, mine) && !sameValue(field, mine, theirs)),
  }
}

/** Mine, with what only they changed; where both did, mine stays until somebody chooses. */
export function mergeEdits({ mine, theirs, adopted }: StaleEdit): FormValues {
  return adopted.reduce((merged, field) => takeField(merged, field, theirs), mine)
}

export function takeField(values: FormValues, field: FieldName, from: FormValues): FormValues {
  return { ...values, [field]: from[field] }
}
