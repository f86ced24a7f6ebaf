import type { OptionFault } from './options-error.js'
import { fault, got, isRecord, listOf, membersOf, optional, type OptionCheck } from './option-value.js'

/** RFC 6749 §3.3: what a scope token is made of. */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]{1,255}$/

/** BCP 47, near enough to catch a name in the place of a tag. */
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

const isScopeName: OptionCheck = (value, option) =>
  typeof value === 'string' && scopeToken.test(value)
    ? []
    : fault(option, `has to be a scope of visible ASCII without spaces, " and \\ (RFC 6749 §3.3), ${got(value)}`)

const isLabel: OptionCheck = (value, option) => {
  if (typeof value === 'string' && value !== '') return []
  if (!isRecord(value) || Object.keys(value).length === 0) {
    return fault(option, `has to be a text, or texts by language such as { en: 'Files' }, ${got(value)}`)
  }
  return Object.entries(value).flatMap(([language, text]): OptionFault[] => {
    if (!languageTag.test(language)) return fault(option, `"${language}" is no language tag such as en or pt-BR`)
    return typeof text === 'string' && text !== ''
      ? []
      : fault(`${option}.${language}`, `has to be a text, ${got(text)}`)
  })
}

function oneOf(...values: readonly string[]): OptionCheck {
  return (value, option) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : fault(option, `has to be one of ${values.join(', ')}, ${got(value)}`)
}

const isScope = membersOf({
  name: isScopeName,
  access: optional(oneOf('read', 'write')),
  implies: optional(listOf(isScopeName)),
  risk: optional(oneOf('safe', 'normal', 'dangerous')),
  label: optional(isLabel),
  description: optional(isLabel),
})

const isGroup = membersOf({
  group: (value, option) =>
    typeof value === 'string' && value !== '' ? [] : fault(option, `has to be a name for the group, ${got(value)}`),
  label: isLabel,
  scopes: listOf(isScope),
})

const isEntry: OptionCheck = (value, option) =>
  (isRecord(value) && ('scopes' in value || 'group' in value) ? isGroup : isScope)(value, option)

/** The shape of a catalogue and, where that is right, what holds between its scopes. */
export const checkCatalogue: OptionCheck = (value, option) => {
  const faults = listOf(isEntry)(value, option)
  return faults.length > 0 || !Array.isArray(value) ? faults : checkRelations(value, option)
}

interface Named {
  readonly option: string
  readonly scope: Readonly<Record<string, unknown>>
}

function checkRelations(catalogue: readonly unknown[], option: string): OptionFault[] {
  const groups = catalogue.filter((entry) => isRecord(entry) && Array.isArray(entry['scopes'])).filter(isRecord)
  const scopes = scopesOf(catalogue, option)
  const names = scopes.map(({ scope }) => scope['name'])
  const ungrouped = catalogue.filter((entry) => isRecord(entry) && 'access' in entry)
  return [
    ...repeated(names).flatMap((name) => fault(option, `has the scope ${String(name)} twice; leave it in one place`)),
    ...repeated(groups.map(({ group }) => group)).flatMap((name) =>
      fault(option, `has the group ${String(name)} twice; put its scopes together`),
    ),
    ...(ungrouped.length > 0
      ? fault(option, 'has access on a scope outside of a group, where there are no columns')
      : []),
    ...groups.flatMap((group) => doubledAccess(group, option)),
    ...scopes.flatMap((named) => unknownImplied(named, names)),
  ]
}

function scopesOf(catalogue: readonly unknown[], option: string): Named[] {
  return catalogue.filter(isRecord).flatMap((entry, index): Named[] => {
    const at = `${option}[${index}]`
    const { scopes } = entry
    if (!Array.isArray(scopes)) return [{ option: at, scope: entry }]
    return scopes.filter(isRecord).map((scope, inner) => ({ option: `${at}.scopes[${inner}]`, scope }))
  })
}

function unknownImplied({ option, scope }: Named, names: readonly unknown[]): OptionFault[] {
  const { implies = [] } = scope
  if (!Array.isArray(implies)) return []
  return implies
    .filter((name: unknown) => !names.includes(name))
    .flatMap((name) => fault(`${option}.implies`, `names ${String(name)}, which is not in the catalogue`))
}

function doubledAccess({ group, scopes }: Readonly<Record<string, unknown>>, option: string): OptionFault[] {
  const columns = Array.isArray(scopes) ? scopes.filter(isRecord).flatMap(({ access }) => access ?? []) : []
  return repeated(columns).flatMap((access) =>
    fault(option, `has two scopes with access ${String(access)} in the group ${String(group)}; a row has one of each`),
  )
}

function repeated(values: readonly unknown[]): unknown[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
