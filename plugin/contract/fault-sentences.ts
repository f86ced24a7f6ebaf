import type { Fault, FaultCode, FaultData } from './faults.js'

/** A sentence for each fault code: what is wrong, and how to mend it. */
export type FaultSentences = { readonly [Code in FaultCode]: (data: FaultData[Code]) => string }

/** In English: for the `message` of an API error and for the English elements. Each other language has its own. */
export const faultSentences: FaultSentences = {
  uri_not_absolute: () => 'Start with the scheme, for example https://example.com/callback.',
  uri_malformed: () => 'This is no valid URI. Encode special characters, and write the host in lower case.',
  uri_no_host: () => 'The host is missing, for example https://example.com/callback.',
  uri_fragment: () => 'Remove the part from # on: a redirect URI has no fragment.',
  uri_userinfo: () => 'Remove the user name and password before @.',
  uri_wildcard: () => 'Wildcards are not allowed. Add each address on its own.',
  uri_dot_segments: () => 'Remove “.” and “..” from the path.',
  uri_forbidden_scheme: ({ scheme }) => `The scheme ${scheme}: is never allowed.`,
  uri_insecure: () => 'Use https. Plain http is allowed for localhost, 127.0.0.1 and [::1] only.',
  uri_loopback_https: () => 'On this device a native app uses http, not https.',
  uri_scheme_needs_native: ({ scheme }) => `The scheme ${scheme}: is for native apps. A web app uses https.`,
  uri_scheme_needs_dot: ({ scheme }) =>
    `The scheme ${scheme}: could be anyone. Use a domain of yours in reverse, for example com.example.app:/callback.`,
  uri_host_not_ascii: () => 'Write the host in its ASCII form (punycode).',
  uri_reserved_query: ({ parameter }) => `Remove “${parameter}” from the query: OAuth needs it.`,
  uri_too_long: ({ max }) => `The URI is longer than ${max} characters.`,
  uri_duplicate: () => 'This URI is in the list already.',
  origin_malformed: () => 'Write it as https://example.com: scheme, host and, if needed, port.',
  origin_path: () => 'Remove everything after the host.',
  origin_userinfo: () => 'Remove the user name and password before @.',
  origin_not_canonical: () => 'Write it as a browser sends it: in lower case and without the default port.',
  origin_wildcard: () => 'Wildcards are not allowed. Add each origin on its own.',
  origin_null: () => 'The origin “null” could be anyone and is not allowed.',
  origin_scheme: ({ scheme }) => `An origin starts with https, not ${scheme}.`,
  origin_insecure: () => 'Use https. Plain http is allowed for localhost, 127.0.0.1 and [::1] only.',
  origin_host_not_ascii: () => 'Write the host in its ASCII form (punycode).',
  origin_duplicate: () => 'This origin is in the list already.',
  url_malformed: () => 'This is no valid web address. Encode special characters.',
  url_not_absolute: () => 'Start with https://, for example https://example.com.',
  url_scheme: ({ scheme }) => `Use https or http, not ${scheme}.`,
  url_no_host: () => 'The host is missing, for example https://example.com.',
  url_userinfo: () => 'Remove the user name and password before @.',
  url_host_not_canonical: () => 'Write the host in its usual form.',
  url_not_ascii: () => 'Write the address in its encoded form.',
  url_too_long: ({ max }) => `The address is longer than ${max} characters.`,
  url_fragment: () => 'Remove the part from # on: it is never sent.',
  url_insecure: () => 'Use https.',
  url_private: () => 'This address leads into a private network. Use one that can be reached from the internet.',
  text_required: () => 'Fill this in.',
  text_too_short: ({ min }) => `Use at least ${min} characters.`,
  text_too_long: ({ max, length }) => `Use at most ${max} characters; these are ${length}.`,
  text_control: () => 'Remove the invisible control characters.',
  text_bidi: () => 'Remove the invisible direction characters.',
  text_invisible: () => 'Remove the invisible characters.',
  text_line_break: () => 'Write it on one line.',
  scope_unknown: ({ name }) => `There is no scope “${name}”.`,
  scope_required: () => 'Choose at least one scope.',
  scope_beyond_app: ({ name }) => `The app does not have the scope “${name}”.`,
  scope_beyond_caller: ({ name }) => `You cannot give the scope “${name}”, as you do not have it yourself.`,
  icon_dimensions: ({ width, height }) => `The icon is ${width} × ${height} pixels. It has to be 32 × 32.`,
  icon_type: ({ found }) => `Use a PNG, JPG or SVG file, not animated. This one is ${found}.`,
  icon_too_large: ({ max }) => `The file is larger than ${Math.floor(max / 1024)} KB.`,
  icon_unreadable: () => 'The image is damaged. Save it again, or choose another.',
  icon_too_complex: () => 'The drawing takes too long to render. Simplify it, or export it as PNG.',
  required: () => 'Fill this in.',
  too_many: ({ max }) => `No more than ${max} are allowed.`,
  wrong_type: ({ expected }) => `This has to be ${expected}.`,
  not_allowed: ({ allowed }) => `Use one of ${allowed.join(', ')}.`,
  unknown_member: () => 'There is no such member.',
  server_set_member: () => 'The server sets this; leave it out.',
  hidden_member: () => 'This is not used here; leave it out.',
  locked_member: () => 'This cannot be changed after the app was created.',
  organization_unknown: () => 'Choose an organisation in which you may create apps.',
  owner_unknown: () => 'Choose a member of the organisation that the app belongs to.',
  contact_malformed: () => 'This is not an e-mail address.',
  jwks_malformed: () => 'Give a JSON Web Key Set with public keys only.',
  jwks_required: () => 'Give the public keys that the app signs with.',
  grant_needs_redirect: ({ grant }) => `${grant} needs a redirect URI.`,
  grant_needs_secret: ({ grant }) => `A public client cannot use ${grant}.`,
  out_of_range: ({ min, max }) => `Use a number from ${min} to ${max}.`,
  time_malformed: () => 'Give a time in ISO 8601, for example 2030-01-31T09:30:00.000Z.',
  time_past: () => 'Give a time in the future.',
}

/** The English sentence about one fault. */
export function faultSentence(fault: Fault): string {
  return sentenceFor(faultSentences, fault)
}

/** The sentence about one fault in the language of `sentences`. */
export function sentenceFor(sentences: FaultSentences, fault: Fault): string {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a sentence takes the data of its own code, which the fault carries; TypeScript cannot pair the two
  const sentence = sentences[fault.code] as (data: object) => string
  return sentence(fault)
}
