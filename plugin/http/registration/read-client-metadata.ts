import type { AppRules } from '../../contract/app-rules.js'
import { appDefaults } from '../../contract/app-values.js'
import { defaultAuthMethod } from '../../contract/check-app.js'
import type { FieldFault } from '../../contract/faults.js'
import { fieldNames, type FieldName } from '../../contract/fields.js'
import { defaultGrantTypes } from '../../contract/grant-types.js'
import { readInput } from '../../contract/read-input.js'
import { ClientMetadataSchema, ClientUpdateSchema } from '../../contract/registration.js'
import type { AppRecord } from '../../registry/app-record.js'
import type { AppSubmission } from '../../registry/registry.js'
import type { ReceivedBody } from '../handler.js'
import { decodeIconDataUrl } from '../icon-data-url.js'

type Rules = Pick<AppRules, 'fields' | 'grants' | 'token_endpoint_auth_methods_supported'>

/** What a new client wants to be, out of the metadata of RFC 7591 §2. */
export function readClientMetadata({ value }: ReceivedBody, rules: Rules): AppSubmission {
  const { members, faults } = readInput(ClientMetadataSchema, meaningful(value, ClientMetadataSchema.shape))
  return submissionOf(members, [...faults, ...refuseStatement(value)], rules)
}

/**
 * What a client wants to be instead of what it is (RFC 7592 §2.2): a member that it does not send is given up or, where the
 * host locks it, stays.
 *
 * @param logoUri - the address of its icon as the last answer had it: sent back, it stays.
 */
export function readClientUpdate(
  { value }: ReceivedBody,
  rules: Rules,
  app: AppRecord,
  logoUri: string | null,
): AppSubmission & { readonly client_secret?: string | undefined } {
  const { members: given, faults } = readInput(ClientUpdateSchema, meaningful(value, ClientUpdateSchema.shape))
  const { client_id, client_secret, logo_uri, ...metadata } = given
  const icon = logo_uri === undefined || logo_uri === logoUri ? {} : { logo_uri }
  const submission = submissionOf({ ...metadata, ...icon }, faults, rules)
  const kept = logo_uri !== undefined || rules.fields.icon.presence === 'hidden' || rules.fields.icon.locked
  return {
    ...submission,
    members: { ...whatIsNotGiven(submission.members, rules), ...submission.members },
    faults: [
      ...submission.faults,
      ...refuseStatement(value),
      ...refuseOthersId(client_id, app),
      ...refuseServerSet(value),
    ],
    ...(!kept && { icon: null }),
    client_secret,
  }
}

type Metadata = Partial<ReturnType<typeof readInput<typeof ClientMetadataSchema>>['members']>

/** So that what cannot be read is not missed, too. */
const renamedPointers: Readonly<Record<string, string>> = { '/scope': '/scopes', '/logo_uri': '/icon' }

/** Members by the names that they have here; those that the host hides are as unknown as any that nobody knows. */
function submissionOf(
  { scope, logo_uri, response_types, ...metadata }: Metadata,
  misread: readonly FieldFault[],
  { fields }: Rules,
): AppSubmission {
  const faults = misread.map((fault) => ({ ...fault, pointer: renamedPointers[fault.pointer] ?? fault.pointer }))
  const renamed = { ...metadata, ...(scope !== undefined && { scopes: scope.split(' ').filter(Boolean) }) }
  const members = Object.fromEntries(Object.entries(renamed).filter(([name]) => !isHidden(name, fields)))
  if (logo_uri === undefined || fields.icon.presence === 'hidden') return { members, faults }
  const bytes = /^data:/i.test(logo_uri) ? decodeIconDataUrl(logo_uri) : undefined
  if (bytes) return { members, faults, icon: bytes }
  const unreadable: FieldFault = { pointer: '/icon', code: 'icon_unreadable' }
  const fetched: FieldFault = { pointer: '/icon', code: 'wrong_type', expected: 'a data: URL; nothing is fetched' }
  return { members, faults: [...faults, bytes === null ? unreadable : fetched] }
}

function isHidden(name: string, fields: Rules['fields']): boolean {
  return fieldNames.some((field) => field === name && fields[field].presence === 'hidden')
}

/** The members that have a meaning: all others are ignored (RFC 7591 §2), and `null` is none. */
function meaningful(value: unknown, shape: object): unknown {
  if (!isObject(value)) return value
  const given = Object.entries(value).filter(([name, member]) => Object.hasOwn(shape, name) && member !== null)
  return Object.fromEntries(given)
}

/** RFC 7592 §2.2: what a client leaves out is given up, which for some members is the default of RFC 7591. */
function whatIsNotGiven(given: AppSubmission['members'], rules: Rules): AppSubmission['members'] {
  const method = given.token_endpoint_auth_method ?? defaultAuthMethod(rules)
  const basis = { redirect_uris: given.redirect_uris ?? [], token_endpoint_auth_method: method }
  const blank = {
    client_name: '',
    description: null,
    client_uri: null,
    policy_uri: null,
    tos_uri: null,
    redirect_uris: null,
    allowed_origins: null,
    scopes: null,
    contacts: null,
    jwks: null,
    ...appDefaults,
    token_endpoint_auth_method: defaultAuthMethod(rules),
    grant_types: defaultGrantTypes(basis, rules),
  }
  const replaceable = (name: string): boolean => !isHidden(name, rules.fields) && !isLocked(name, rules.fields)
  return Object.fromEntries(Object.entries(blank).filter(([name]) => replaceable(name)))
}

function isLocked(name: string, fields: Rules['fields']): boolean {
  return fieldNames.some((field: FieldName) => field === name && fields[field].locked)
}

/** Nobody here could tell whose word a statement is, and to ignore it would be to take the client's own for it. */
function refuseStatement(value: unknown): FieldFault[] {
  const given = isObject(value) && value['software_statement'] !== undefined && value['software_statement'] !== null
  return given ? [{ pointer: '/software_statement', code: 'hidden_member' }] : []
}

function refuseOthersId(clientId: string | undefined, app: AppRecord): FieldFault[] {
  if (clientId === undefined || clientId === app.client_id) return []
  return [{ pointer: '/client_id', code: 'not_allowed', allowed: [app.client_id] }]
}

const serverSet = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
]

/** RFC 7592 §2.2: these a client must not send back. */
function refuseServerSet(value: unknown): FieldFault[] {
  if (!isObject(value)) return []
  return serverSet
    .filter((name) => value[name] !== undefined)
    .map((name) => ({ pointer: `/${name}`, code: 'server_set_member' }))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
