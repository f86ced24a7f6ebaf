/**
 * What can be wrong with one value. Closed: an element has a sentence for each code in each language, and a missing one
 * fails the type check. A fault never carries English; its data fills the sentence.
 */
export interface FaultData {
  // Redirect URIs
  uri_not_absolute: { suggestion?: string }
  uri_malformed: { suggestion?: string }
  uri_no_host: object
  uri_fragment: { suggestion?: string }
  uri_userinfo: object
  uri_wildcard: object
  uri_dot_segments: object
  uri_forbidden_scheme: { scheme: string }
  uri_insecure: { suggestion?: string }
  uri_loopback_https: { suggestion?: string }
  uri_scheme_needs_native: { scheme: string; suggestion?: string }
  uri_scheme_needs_dot: { scheme: string; suggestion?: string }
  uri_host_not_ascii: { suggestion?: string }
  uri_reserved_query: { parameter: string }
  uri_too_long: { max: number }
  uri_duplicate: object
  // Allowed origins
  origin_malformed: { suggestion?: string }
  origin_path: { suggestion?: string }
  origin_userinfo: object
  origin_not_canonical: { suggestion?: string }
  origin_wildcard: object
  origin_null: object
  origin_scheme: { scheme: string }
  origin_insecure: object
  origin_host_not_ascii: { suggestion?: string }
  origin_duplicate: object
  // Website, privacy policy and terms
  url_malformed: { suggestion?: string }
  url_not_absolute: { suggestion?: string }
  url_scheme: { scheme: string }
  url_no_host: object
  url_userinfo: object
  url_host_not_canonical: { suggestion?: string }
  url_not_ascii: { suggestion?: string }
  url_too_long: { max: number }
  url_fragment: { suggestion?: string }
  url_insecure: { suggestion?: string }
  url_private: object
  // Text
  text_required: object
  text_too_short: { min: number; length: number }
  text_too_long: { max: number; length: number }
  text_control: object
  text_bidi: object
  text_invisible: object
  text_line_break: object
  // Scopes
  scope_unknown: { name: string }
  scope_required: object
  scope_beyond_app: { name: string }
  scope_beyond_caller: { name: string }
  // Icons
  icon_dimensions: { width: number; height: number }
  icon_type: { found: string }
  icon_too_large: { max: number }
  icon_unreadable: object
  icon_too_complex: object
  // Any member
  required: object
  too_many: { max: number }
  wrong_type: { expected: string }
  not_allowed: { allowed: readonly string[] }
  unknown_member: object
  server_set_member: object
  hidden_member: object
  locked_member: object
  organization_unknown: object
  owner_unknown: object
  contact_malformed: object
  jwks_malformed: object
  jwks_required: object
  grant_needs_redirect: { grant: string }
  grant_needs_secret: { grant: string }
  out_of_range: { min: number; max: number }
  time_malformed: object
  time_past: object
}

export type FaultCode = keyof FaultData

/** One reason why a value is refused: its code, and the data that the sentence about it needs. */
export type Fault = { [Code in FaultCode]: { readonly code: Code } & Readonly<FaultData[Code]> }[FaultCode]

/** A fault and the member it belongs to, as a JSON Pointer into the body (RFC 6901), for example `/redirect_uris/1`. */
export type FieldFault = Fault & { readonly pointer: string }

/** The correction that a form may apply in one click, where the rule knows one. */
export function suggestionOf(fault: Fault): string | undefined {
  return 'suggestion' in fault ? fault.suggestion : undefined
}
