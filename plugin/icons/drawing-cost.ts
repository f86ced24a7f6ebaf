import type { SaxesTagNS } from 'saxes'

/**
 * The renderer draws about 40,000 of the simplest elements, references counted as well, in half a second at all three scales
 * together. More are no icon, and refusing them unseen costs nothing.
 */
const maxDrawn = 50_000

/** A chain of references that is longer is a stack overflow in some renderer, and a drawing in none. */
const maxChain = 200

interface Node {
  /** Drawn only where something refers to it. */
  readonly definition: boolean
  readonly references: readonly string[]
  readonly children: Node[]
  /** How many elements drawing this one amounts to, once known. */
  drawn?: number
}

/**
 * Counts how many elements a renderer will draw once every `use`, pattern, mask, marker, filter and clip path is followed:
 * ten lines of nested `use` can stand for millions. A lower bound, found in linear time; what it lets through is
 * still stopped by the clock.
 */
export class DrawingCost {
  readonly #document: Node = { definition: false, references: [], children: [] }
  readonly #open: Node[] = [this.#document]
  readonly #byId = new Map<string, Node>()

  open({ local, attributes }: SaxesTagNS): void {
    const values = Object.values(attributes)
    const references = values.flatMap((attribute) => referencesIn(local, attribute.local, attribute.value))
    const node: Node = { definition: definitions.has(local), references, children: [] }
    const id = attributes['id']?.value
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, node)
    this.#open.at(-1)?.children.push(node)
    this.#open.push(node)
  }

  close(): void {
    this.#open.pop()
  }

  isBearable(): boolean {
    return this.#drawn(this.#document, 0) <= maxDrawn
  }

  /** Infinity for what refers to itself, or through too many others. */
  #drawn(node: Node, chain: number): number {
    if (node.drawn !== undefined) return node.drawn
    if (chain > maxChain) return Infinity
    // Until the answer is known, whoever asks again asks in a circle.
    node.drawn = Infinity
    let drawn = 1
    for (const child of node.children) {
      if (!child.definition) drawn += this.#drawn(child, chain + 1)
    }
    for (const reference of node.references) {
      const target = this.#byId.get(reference)
      if (target) drawn += this.#drawn(target, chain + 1)
    }
    node.drawn = drawn
    return drawn
  }
}

const definitions = new Set('defs symbol clipPath mask pattern marker filter linearGradient radialGradient'.split(' '))

function referencesIn(element: string, attribute: string, value: string): string[] {
  // A link leads somewhere when clicked; it draws nothing.
  if (attribute === 'href') return element !== 'a' && value.startsWith('#') ? [value.slice(1)] : []
  return Array.from(value.matchAll(/url\(\s*["']?#([^"')\s]+)/g), ([, id = '']) => id)
}
