import type { Strings } from '../locales/en.js'

type Part<Said> = Said extends string | ((...given: never[]) => string)
  ? Said
  : { readonly [Key in keyof Said]?: Part<Said[Key]> }

/** Some of what the elements say in a language, in the words of a host. */
export type Wording = Part<Strings>

/** By what they take the place of, so that all elements that say the same have it once. */
const known = new WeakMap<object, { readonly wording: unknown; readonly strings: object }>()

/** The strings, with those of the wording in the place of theirs; what they do not say themselves stays away. */
export function reworded<Said extends object>(strings: Said, wording: unknown): Said {
  const before = known.get(strings)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what is kept for these strings was made of them, below
  if (before && before.wording === wording) return before.strings as Said
  const words = overlaid(strings, wording)
  known.set(strings, { wording, strings: words })
  return words
}

function overlaid<Value>(value: Value, wording: unknown): Value {
  if (!isSection(value) || !isSection(wording)) return value
  const words = Object.entries(wording)
    .filter(([key]) => key in value)
    .map(([key, word]) => [key, isSection(word) ? overlaid(value[key], word) : word] as const)
  return { ...value, ...Object.fromEntries(words) }
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
