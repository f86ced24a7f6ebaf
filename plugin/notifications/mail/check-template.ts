import mustache from 'mustache'
import { hasSubject } from './mail-source.js'
import { mailNames } from './mail-names.js'

/** What is wrong with a template, each as the end of a sentence that begins with the name of its file. */
export function checkTemplate(
  name: string,
  text: string,
  { names, parts, raw = [] }: { names: readonly string[]; parts: readonly string[]; raw?: readonly string[] },
): string[] {
  const tokens = parse(text)
  if (typeof tokens === 'string') return [`is no mustache template: ${tokens}`]
  const faults = tokens.flatMap(({ kind, value, within }): string[] => {
    if (kind === '>') return parts.includes(value) ? [] : [`has no part ${value}; there are ${parts.join(', ')}`]
    if (kind === '&' && !raw.includes(value)) {
      return [`takes ${value} unescaped; write {{${value}}}, which is escaped where it has to be`]
    }
    const candidates = [value, ...within.map((section) => `${section}.${value}`)]
    if (value === '.' || candidates.some((candidate) => names.includes(candidate))) return []
    return [`names ${value}, which there is not; there are ${names.join(', ')}`]
  })
  const isMail = mailNames.some((mail) => mail === name)
  return isMail && !hasSubject(text) ? [...faults, 'has to begin with a line Subject: …'] : faults
}

interface Named {
  readonly kind: string
  readonly value: string
  /** The sections that it stands in. */
  readonly within: readonly string[]
}

function parse(text: string): Named[] | string {
  try {
    return named(mustache.parse(text), [])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** mustache gives its tokens as arrays: `[kind, value, start, end, tokens?]`. */
function named(tokens: readonly unknown[], within: readonly string[]): Named[] {
  return tokens.flatMap((token): Named[] => {
    if (!Array.isArray(token)) return []
    const [kind, value, , , children] = token.map((part: unknown) => part)
    if (typeof kind !== 'string' || typeof value !== 'string' || kind === 'text' || kind === '!') return []
    const inner = Array.isArray(children) ? named(children, kind === '#' ? [...within, value] : within) : []
    return [{ kind, value, within }, ...inner]
  })
}
