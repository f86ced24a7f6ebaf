/** What a list holds: URIs of any kind, or e-mail addresses. */
export type ValueKind = 'uri' | 'email'

/**
 * Parts what was typed or pasted into values: at white space, and at a comma where another value begins after it, since
 * a comma may stand in a URI. E-mail addresses have none.
 */
export function splitValues(text: string, kind: ValueKind): string[] {
  const separator = kind === 'email' ? /[\s,;]+/ : /\s+|,(?=\s|$|[a-z][a-z\d+.-]*:)/i
  return text
    .split(separator)
    .map((value) => value.replace(/^,+|,+$/g, ''))
    .filter((value) => value !== '')
}
