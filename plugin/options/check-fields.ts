import { fieldNames } from '../contract/fields.js'
import { fault, got, isBoolean, isRecord, membersOf, optional, type OptionCheck } from './option-value.js'

const presences: readonly unknown[] = ['required', 'optional', 'hidden']

const isPresence: OptionCheck = (value, option) =>
  presences.includes(value) ? [] : fault(option, `has to be 'required', 'optional' or 'hidden', ${got(value)}`)

const isField: OptionCheck = (value, option) =>
  isRecord(value)
    ? membersOf({ presence: isPresence, locked: optional(isBoolean) })(value, option)
    : isPresence(value, option)

/** An app without a name is nothing that a user could be asked about. */
const isNameField: OptionCheck = (value, option) => {
  const presence = isRecord(value) ? value['presence'] : value
  if (presence === 'optional' || presence === 'hidden')
    return fault(option, "has to be 'required', as it is by default")
  return isField(value, option)
}

const known = membersOf(Object.fromEntries(fieldNames.map((name) => [name, optional(isField)])))

export const checkFields: OptionCheck = (value, option) => {
  const faults = known(value, option)
  if (faults.length > 0 || !isRecord(value)) return faults
  return optional(isNameField)(value['client_name'], `${option}.client_name`)
}
