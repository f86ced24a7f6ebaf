/** @throws TypeError for a value that none of them is: somebody else has written into the database. */
export function valueAmong<Value extends string>(values: readonly Value[], value: unknown): Value {
  const found = values.find((known) => known === value)
  if (found === undefined)
    throw new TypeError(`The database holds "${String(value)}", which is none of ${values.join(', ')}`)
  return found
}
