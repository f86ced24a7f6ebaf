import type { AppDraft } from './app-draft.js'
import { normalizeText } from './text.js'

const uriMembers = ['client_uri', 'policy_uri', 'tos_uri'] as const

/** A draft in the form that is stored. */
export type NormalizedDraft = Omit<AppDraft, 'description'> & { readonly description?: string }

/**
 * The form in which a draft is stored and comes back: text in NFC and trimmed, no description as `''`, an address or an
 * organisation that was taken away as `null`, contacts trimmed, each scope once. URIs and origins stay as they are, byte
 * for byte. Members that are not given are not added.
 */
export function normalizeDraft({ client_name, description, contacts, scopes, ...draft }: AppDraft): NormalizedDraft {
  const normal: { -readonly [Name in keyof NormalizedDraft]: NormalizedDraft[Name] } = draft
  if (client_name !== undefined) normal.client_name = normalizeText(client_name)
  if (description !== undefined) normal.description = normalizeText(description ?? '')
  if (contacts) normal.contacts = contacts.map((contact) => contact.trim())
  if (scopes) normal.scopes = [...new Set(scopes)]
  for (const name of uriMembers) if (draft[name] === '') normal[name] = null
  if (draft.organization_id === '') normal.organization_id = null
  return normal
}
