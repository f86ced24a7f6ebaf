/** HTML that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Insertion = Markup | string | number | undefined | readonly Insertion[]

/** Markup from a template; what is inserted as text stays text. */
export function html(strings: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup {
  return new Markup(strings.map((text, index) => text + insert(insertions[index])).join(''))
}

function insert(value: Insertion): string {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(insert).join('')
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
