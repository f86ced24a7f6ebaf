/**
 * A preference with its value, and parameters that are none of ours (RFC 7240 §2). There is one way for blanks to match: with
 * two, a header of them takes the square of its length.
 */
const preference = /^(?<name>[\w!#$%&'*+.^`|~-]+)(?:\s*=(?:\s*(?:"(?<quoted>[^"]*)"|(?<bare>[^\s;]+)))?)?\s*(?:;.*)?$/

/**
 * Whether the caller asks for what was done, where an answer would be empty (RFC 7240 §4.2). Of contradicting preferences
 * the first one counts, and what cannot be read is no preference.
 */
export function prefersRepresentation(header: string | undefined): boolean {
  const preferences = (header ?? '').split(',').map((item) => preference.exec(item.trim())?.groups)
  const asked = preferences.find((groups) => groups?.['name']?.toLowerCase() === 'return')
  return (asked?.['quoted'] ?? asked?.['bare']) === 'representation'
}
