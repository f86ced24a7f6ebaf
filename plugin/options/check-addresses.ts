import { checkOrigin } from '../contract/origin.js'
import { suggestionOf } from '../contract/faults.js'
import { checkWebUrl } from '../contract/web-url.js'
import { fault, got, listOf, type OptionCheck } from './option-value.js'

/** Where icons and answers say that they are. */
export const checkPublicUrl: OptionCheck = (value, option) => {
  const example = 'such as https://example.com/api/oauth-apps'
  if (typeof value !== 'string' || checkWebUrl(value).length > 0) {
    return fault(option, `has to be an absolute http or https address ${example}, ${gotAddress(value)}`)
  }
  return /[?#]/.test(value) ? fault(option, `has to end with the path of the router, ${example}, ${got(value)}`) : []
}

/** As a browser sends them, or they would never match. */
export const checkTrustedOrigins = listOf((value, option) => {
  if (typeof value !== 'string') return fault(option, `has to be an origin, ${got(value)}`)
  const [reason] = checkOrigin(value, { insecureOrigins: true })
  if (!reason) return []
  const mend = suggestionOf(reason) ?? 'https://admin.example.com'
  return fault(option, `has to be an origin as a browser sends it, such as ${mend}, ${gotAddress(value)}`)
})

/** Without the password that an address may carry. */
function gotAddress(value: unknown): string {
  return got(typeof value === 'string' ? value.replace(/\/\/[^/]*@/, '//…@') : value)
}
