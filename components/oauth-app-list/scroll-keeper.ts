/** Remembers how far everything around an element was scrolled, for when something else has had its place meanwhile. */
export class ScrollKeeper {
  #places: readonly (readonly [scroller: Element, top: number])[] = []

  remember(element: Element): void {
    this.#places = ancestorsOf(element)
      .filter(({ scrollTop }) => scrollTop > 0)
      .map((scroller) => [scroller, scroller.scrollTop])
  }

  restore(): void {
    for (const [scroller, top] of this.#places) scroller.scrollTop = top
    this.#places = []
  }
}

/** As they are laid out: through slots and shadow roots. */
function ancestorsOf(element: Element): Element[] {
  const parent = element.assignedSlot ?? element.parentNode
  if (parent instanceof ShadowRoot) return [parent.host, ...ancestorsOf(parent.host)]
  return parent instanceof Element ? [parent, ...ancestorsOf(parent)] : []
}
