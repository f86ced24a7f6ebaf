import { authMethods } from '../contract/app-values.js'
import { fault, got, isOneOf, isRecord, listOf, type OptionCheck } from './option-value.js'
import type { OptionFault } from './options-error.js'

export const checkAuthMethods: OptionCheck = (value, option) => {
  if (Array.isArray(value) && value.length === 0) return fault(option, `has to name one at least, ${got(value)}`)
  return listOf(isOneOf(authMethods))(value, option)
}

/** Nobody could register an app that has to sign and has nowhere to say with what. */
export function keysWithoutField({ authMethods, fields = {} }: Readonly<Record<string, unknown>>): OptionFault[] {
  const field = isRecord(fields) ? fields['jwks'] : undefined
  const presence = isRecord(field) ? field['presence'] : (field ?? 'hidden')
  const alone = Array.isArray(authMethods) && authMethods.every((method) => method === 'private_key_jwt')
  if (!alone || presence !== 'hidden') return []
  return fault(
    'authMethods',
    "is private_key_jwt alone, which takes fields: { jwks: 'required' }: no app could be created",
  )
}
