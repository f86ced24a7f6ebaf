import { applicationTypes, grantTypes } from '../contract/app-values.js'
import { isRecord } from '../options/option-value.js'
import type { IconReference, ProposedMembers } from '../registry/app-record.js'
import { valueAmong } from './value-among.js'

type Readers = {
  readonly [Name in keyof ProposedMembers]-?: (value: unknown) => NonNullable<ProposedMembers[Name]> | null
}

const readers: Readers = {
  client_name: text,
  icon,
  client_uri: maybeText,
  application_type: (value) => valueAmong(applicationTypes, value),
  redirect_uris: texts,
  allowed_origins: texts,
  scopes: texts,
  grant_types: (value) => texts(value).map((grant) => valueAmong(grantTypes, grant)),
  policy_uri: maybeText,
  tos_uri: maybeText,
}

/** The members that would change, out of the column that holds them. */
export function readProposal(json: string): ProposedMembers {
  const kept: unknown = JSON.parse(json)
  if (!isRecord(kept)) throw unexpected('members')
  const present = Object.entries(readers).filter(([name]) => Object.hasOwn(kept, name))
  return Object.fromEntries(present.map(([name, read]) => [name, read(kept[name])]))
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw unexpected('text')
}

function maybeText(value: unknown): string | null {
  return value === null ? null : text(value)
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(text)
  throw unexpected('a list')
}

function icon(value: unknown): IconReference | null {
  if (value === null) return null
  if (isRecord(value) && Array.isArray(value['scales']))
    return { id: text(value['id']), scales: value['scales'].map(Number) }
  throw unexpected('an icon')
}

function unexpected(wanted: string): TypeError {
  return new TypeError(`The database holds something other than ${wanted} in what is proposed`)
}
