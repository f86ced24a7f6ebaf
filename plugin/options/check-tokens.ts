import { checkWebUrl } from '../contract/web-url.js'
import { fault, got, isFunction, isRecord, membersOf, optional, type OptionCheck } from './option-value.js'

const methods = ['count', 'list', 'revoke', 'narrow']

const isText: OptionCheck = (value, option) =>
  typeof value === 'string' && value !== '' ? [] : fault(option, `has to be a text, ${got(value)}`)

const isAddress: OptionCheck = (value, option) =>
  typeof value === 'string' && checkWebUrl(value).length === 0
    ? []
    : fault(option, `has to be an address such as https://example.com/oauth, ${got(value)}`)

/** Pages make links and examples of them. */
const checkServer = membersOf({
  issuer: isAddress,
  authorization_endpoint: isAddress,
  token_endpoint: isAddress,
  service_name: isText,
})

/** A class may hold more than the interface has; what it lacks is told. */
export const isTokenAuthority: OptionCheck = (value, option) => {
  const missing = methods.filter((name) => !isRecord(value) || typeof value[name] !== 'function')
  if (missing.length > 0 || !isRecord(value)) {
    const lacks = missing.length === methods.length ? got(value) : `it lacks ${missing.join(', ')}`
    return fault(option, `has to have the methods ${methods.join(', ')} of a TokenAuthority; ${lacks}`)
  }
  return [
    ...optional(isFunction('(request) => { access_token, expires_in } or null'))(
      value['issueTemporary'],
      `${option}.issueTemporary`,
    ),
    ...optional(checkServer)(value['server'], `${option}.server`),
  ]
}
