import { faultSentence } from '../../contract/fault-sentences.js'
import type { FieldFault } from '../../contract/faults.js'
import { memberOf } from '../../contract/json-pointer.js'
import type { ProblemCode } from '../../contract/problems.js'
import type { RegistrationError } from '../../contract/registration.js'
import type { ProblemError } from '../../problem-error.js'

/** What a problem is called where RFC 7591 and RFC 6750 have the word. */
const errors: Readonly<Partial<Record<ProblemCode, RegistrationError['error']>>> = {
  not_signed_in: 'invalid_token',
  forbidden: 'access_denied',
  cross_site: 'access_denied',
  quota_user: 'access_denied',
  quota_organization: 'access_denied',
  rate_limited: 'temporarily_unavailable',
  unavailable: 'temporarily_unavailable',
  internal: 'server_error',
}

/** The names of RFC 7591 for members that have others here. */
const names: Readonly<Record<string, string>> = { scopes: 'scope', icon: 'logo_uri' }

/** What is wrong as a client of RFC 7591 reads it (§3.2.2): one word, and every fault in the sentence. */
export function presentRegistrationError(problem: ProblemError, instance?: string): RegistrationError {
  const faults = problem.errors.map((fault) => `${placeOf(fault)}: ${faultSentence(fault)}`)
  const description = [problem.message, ...faults, ...(instance === undefined ? [] : [`(${instance})`])].join(' ')
  return { error: registrationErrorFor(problem.code) ?? invalid(problem.errors), error_description: ascii(description) }
}

/** The word for a problem that is not the fault of any member. */
export function registrationErrorFor(code: ProblemCode): RegistrationError['error'] | undefined {
  return errors[code]
}

function invalid(faults: readonly FieldFault[]): RegistrationError['error'] {
  const members = faults.map(({ pointer }) => memberOf(pointer))
  if (members.includes('software_statement')) return 'unapproved_software_statement'
  return members.includes('redirect_uris') ? 'invalid_redirect_uri' : 'invalid_client_metadata'
}

/** `redirect_uris[1]` for the pointer `/redirect_uris/1`. */
function placeOf({ pointer }: FieldFault): string {
  const member = memberOf(pointer)
  const rest = pointer.split('/').slice(2)
  return `${names[member] ?? member}${rest.map((step) => `[${step}]`).join('')}` || 'The body'
}

/** RFC 6749 §5.2: no other characters than these. */
function ascii(text: string): string {
  return text
    .replace(/[“”"]/g, "'")
    .replace(/’/g, "'")
    .replace(/×/g, 'x')
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?')
}
