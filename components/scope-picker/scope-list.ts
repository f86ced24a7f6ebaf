/** Reads a scope list as OAuth writes it (RFC 6749 §3.3): names with spaces between them. */
export function parseScopeList(text: string | null): string[] {
  return distinct((text ?? '').split(/\s+/).filter((name) => name !== ''))
}

export function formatScopeList(names: readonly string[]): string {
  return names.join(' ')
}

export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)]
}
