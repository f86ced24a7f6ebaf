import { deleteConfirmations } from '../contract/config.js'
import { checkRedirectUri } from '../contract/redirect-uri.js'
import type { OAuthAppsOptions } from '../options.js'
import { checkTrustedOrigins, checkPublicUrl } from './check-addresses.js'
import { checkAuthMethods, keysWithoutField } from './check-auth-methods.js'
import { checkCatalogue } from './check-catalogue.js'
import { checkFields } from './check-fields.js'
import { checkKnex } from './check-knex.js'
import { checkMail } from './check-mail.js'
import { checkRateLimits } from './check-rate-limits.js'
import { checkRegistration } from './check-registration.js'
import { checkSecrets } from './check-secrets.js'
import { isTokenAuthority } from './check-tokens.js'
import { checkWebhooks } from './check-webhooks.js'
import {
  fault,
  got,
  isBoolean,
  isFunction,
  isInteger,
  isOneOf,
  isRecord,
  listOf,
  membersOf,
  optional,
  type OptionCheck,
} from './option-value.js'
import { OptionsError, type OptionFault } from './options-error.js'
import { checkQuotas } from './quotas.js'

const isPolicy: OptionCheck = (value, option) =>
  isRecord(value) && typeof value['can'] === 'function' && typeof value['visible'] === 'function'
    ? []
    : fault(option, `has to be ownApps(), organizationAdmins() or { can, visible } of your own, ${got(value)}`)

const isScheme: OptionCheck = (value, option) => {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9+-]*$/.test(value)) {
    return fault(option, `has to be a scheme in lower case without colon or dot, such as cursor, ${got(value)}`)
  }
  const faults = checkRedirectUri(`${value}:/`, { applicationType: 'native', schemes: [value] })
  return faults.length === 0 ? [] : fault(option, `is a scheme that an app may never have; leave it out, ${got(value)}`)
}

const isTablePrefix: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[a-z][a-z0-9_]{0,29}$/.test(value)
    ? []
    : fault(option, `has to be 1 to 30 of a-z, 0-9 and _, beginning with a letter, such as docspace_, ${got(value)}`)

const isLogger: OptionCheck = (value, option) => {
  const methods = ['info', 'warn', 'error']
  const has = (name: string): boolean => isRecord(value) && typeof value[name] === 'function'
  if (methods.every(has)) return []
  return fault(option, `has to have the methods ${methods.join(', ')}, as pino and console do`)
}

const areReviewOptions = membersOf({ autoApprove: optional(isBoolean) })

const isReview: OptionCheck = (value, option) => {
  if (typeof value === 'boolean') return []
  return isRecord(value)
    ? areReviewOptions(value, option)
    : fault(option, `has to be true, false or { autoApprove }, ${got(value)}`)
}

const textLength = isInteger(1, 10_000)
const listLength = isInteger(1, 100)

const checkLimits: OptionCheck = (value, option) => {
  const faults = membersOf({
    client_name_min: optional(isInteger(1, 10_000)),
    client_name_max: optional(textLength),
    description_max: optional(textLength),
    secret_name_max: optional(textLength),
    redirect_uris_max: optional(listLength),
    allowed_origins_max: optional(listLength),
    contacts_max: optional(listLength),
  })(value, option)
  if (faults.length > 0 || !isRecord(value)) return faults
  const { client_name_min: min = 1, client_name_max: max = 100 } = value
  return Number(min) <= Number(max)
    ? []
    : fault(`${option}.client_name_min`, `is more than client_name_max, ${got(min)}`)
}

const checkAll = membersOf({
  knex: checkKnex,
  tablePrefix: optional(isTablePrefix),
  authenticate: isFunction('(request) => principal or null'),
  findPrincipal: optional(isFunction('(id) => principal or null')),
  findOwners: optional(isFunction('(organizationId, q) => [{ id, name }]')),
  findOrganizations: optional(isFunction('(principal) => [{ id, name }]')),
  findScopes: optional(isFunction('(principal) => scopes')),
  policy: isPolicy,
  scopes: optional(checkCatalogue),
  fields: optional(checkFields),
  publicUrl: optional(checkPublicUrl),
  trustedOrigins: optional(checkTrustedOrigins),
  limits: optional(checkLimits),
  uris: optional(
    membersOf({
      schemes: optional(listOf(isScheme)),
      insecureOrigins: optional(isBoolean),
      maxLength: optional(isInteger(64, 8192)),
    }),
  ),
  secrets: optional(checkSecrets),
  quotas: optional(checkQuotas),
  rateLimits: optional(checkRateLimits),
  grants: optional(membersOf({ clientCredentials: optional(isBoolean) })),
  authMethods: optional(checkAuthMethods),
  tokens: optional(isTokenAuthority),
  registration: optional(checkRegistration),
  mail: optional(checkMail),
  webhooks: optional(checkWebhooks),
  review: optional(isReview),
  restoreDays: optional(isInteger(0, 3650)),
  deleteConfirmation: optional(isOneOf(deleteConfirmations)),
  jobs: optional(isBoolean),
  uploadTimeoutMs: optional(isInteger(100, 3_600_000)),
  logger: optional(isLogger),
} satisfies Record<keyof OAuthAppsOptions, OptionCheck>)

/** @throws OptionsError naming everything that is wrong, and how to mend it. */
export function checkOptions(options: unknown): void {
  const faults: OptionFault[] = isRecord(options)
    ? checkAll(options, '')
    : fault('options', `has to be an object, ${got(options)}`)
  if (faults.length === 0 && isRecord(options))
    faults.push(...emptyCatalogue(options), ...ownersWithoutPeople(options), ...keysWithoutField(options))
  if (faults.length > 0) throw new OptionsError(faults)
}

function emptyCatalogue({ scopes = [], fields = {} }: Readonly<Record<string, unknown>>): OptionFault[] {
  const field = isRecord(fields) ? fields['scopes'] : undefined
  const presence = isRecord(field) ? field['presence'] : field
  if (presence !== 'required' || !Array.isArray(scopes) || scopes.length > 0) return []
  return fault('fields.scopes', 'is required, but the catalogue in scopes is empty: no app could be created')
}

function ownersWithoutPeople({ findOwners, findPrincipal }: Readonly<Record<string, unknown>>): OptionFault[] {
  if (findOwners === undefined || findPrincipal !== undefined) return []
  return fault('findOwners', 'is of no use without findPrincipal, which tells who the new owner is: give both')
}
