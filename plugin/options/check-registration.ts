import { isPrincipal } from '../principal.js'
import { fault, got, isFunction, isRecord, membersOf, optional, type OptionCheck } from './option-value.js'

const isOpenTo: OptionCheck = (value, option) =>
  isPrincipal(value)
    ? []
    : fault(
        option,
        `has to be the principal who registers what anybody asks for, { id, name, organizations }, ${got(value)}`,
      )

const areRegistrationOptions = membersOf({
  verifyInitialAccessToken: optional(isFunction('(token) => principal or null')),
  open: optional(isOpenTo),
})

/** Nobody could register anything, and the route would be there all the same. */
export const checkRegistration: OptionCheck = (value, option) => {
  const faults = areRegistrationOptions(value, option)
  if (faults.length > 0 || !isRecord(value)) return faults
  if (value['verifyInitialAccessToken'] !== undefined || value['open'] !== undefined) return []
  return fault(option, 'lets nobody register: give verifyInitialAccessToken, open or both, or leave it out')
}
