import type { AppDraft } from './app-draft.js'
import type { Limits } from './limits.js'
import { normalizeText } from './normalize-text.js'

const uriMembers = ['client_uri', 'policy_uri', 'tos_uri'] as const

type TextMember = 'client_name' | 'description'
type ListMember = 'redirect_uris' | 'allowed_origins' | 'scopes' | 'contacts'

/** A draft in the form that is stored. */
export type NormalizedDraft = Omit<AppDraft, TextMember | ListMember> &
  Readonly<Partial<Record<TextMember, string> & Record<ListMember, string[]>>>

/**
 * The form in which a draft is stored and comes back: text in NFC and trimmed, a text that was taken away as `''`, a list as `[]`,
 * an address or an organisation as `null`, contacts trimmed, each scope once. URIs and origins stay as they are, byte
 * for byte. Members that are not given are not added.
 */
export function normalizeDraft(
  given: AppDraft,
  limits: Pick<Limits, 'client_name_max' | 'description_max'>,
): NormalizedDraft {
  const { client_name, description, redirect_uris, allowed_origins, contacts, scopes, ...draft } = given
  const normal: { -readonly [Name in keyof NormalizedDraft]: NormalizedDraft[Name] } = draft
  if (client_name !== undefined) normal.client_name = normalizeText(client_name, limits.client_name_max)
  if (description !== undefined) normal.description = normalizeText(description ?? '', limits.description_max)
  if (redirect_uris !== undefined) normal.redirect_uris = redirect_uris ?? []
  if (allowed_origins !== undefined) normal.allowed_origins = allowed_origins ?? []
  if (contacts !== undefined) normal.contacts = (contacts ?? []).map((contact) => contact.trim())
  if (scopes !== undefined) normal.scopes = [...new Set(scopes ?? [])]
  for (const name of uriMembers) if (draft[name] === '') normal[name] = null
  if (draft.organization_id === '') normal.organization_id = null
  return normal
}
