import type { App } from './app.js'
import type { AppDraft } from './app-draft.js'
import type { FieldFault } from './faults.js'
import type { FieldName, FieldRule } from './fields.js'
import { jsonPointer } from './json-pointer.js'
import type { NormalizedDraft } from './normalize-draft.js'

/** An app as it is, of which a wire answer and a stored record both have enough. */
export type CurrentApp = Readonly<Pick<App, Exclude<FieldName, 'icon'>>> & {
  readonly icon?: object | null
  readonly logo_uri?: string | null
}

/**
 * Whether a member may be given, and whether it is missing: hidden ones are refused by name, locked ones keep the value
 * that they were created with, required ones are given on creation and never emptied.
 */
export function checkPresence(
  name: FieldName,
  draft: NormalizedDraft,
  { presence, locked }: FieldRule,
  current: CurrentApp | undefined,
): FieldFault[] {
  const pointer = jsonPointer(name)
  const given = draft[name]
  if (given === undefined) return presence === 'required' && !current ? [missing(name, pointer)] : []
  if (presence === 'hidden') return [{ pointer, code: 'hidden_member' }]
  if (locked && current && !isUnchanged(name, given, current)) return [{ pointer, code: 'locked_member' }]
  return presence === 'required' && isEmpty(given) ? [missing(name, pointer)] : []
}

function missing(name: FieldName, pointer: string): FieldFault {
  if (name === 'client_name' || name === 'description') return { pointer, code: 'text_required' }
  return { pointer, code: name === 'scopes' ? 'scope_required' : 'required' }
}

function isEmpty(given: AppDraft[FieldName]): boolean {
  return given === null || given === '' || (Array.isArray(given) && given.length === 0)
}

/** An icon that is given anew is a change: what is kept of it cannot be compared with what was sent. */
function isUnchanged(name: FieldName, given: AppDraft[FieldName], current: CurrentApp): boolean {
  if (name === 'icon') return given === null && !current.icon && !current.logo_uri
  return JSON.stringify(given) === JSON.stringify(current[name])
}
