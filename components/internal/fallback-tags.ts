/** A language tag and the shorter ones it falls back to (RFC 4647 §3.4), in lower case: `pt-br`, `pt`. */
export function fallbackTags(tag: string): string[] {
  const subtags = tag.toLowerCase().split('-')
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'))
}
