import type { LitElement } from 'lit'
import { ScrollKeeper } from './scroll-keeper.js'

/** Not those of the rows that stand in. */
const names = '.row:not(.skeleton) .name'

/** Puts the focus where a person goes on, when what had it is gone or something else had the place of the list. */
export class ListFocus {
  readonly #host: LitElement
  readonly #scroll = new ScrollKeeper()

  constructor(host: LitElement) {
    this.#host = host
    const leave = (): void => this.#scroll.remember(host)
    for (const name of ['oauth-app-open', 'oauth-app-edit', 'oauth-app-register']) host.addEventListener(name, leave)
  }

  /** On an app, or else on the first control; scrolled as it was when somebody left. */
  async back(clientId: string | undefined): Promise<void> {
    await this.#host.updateComplete
    this.#scroll.restore()
    const name = clientId === undefined ? null : this.#nameOf(clientId)
    const target = name ?? this.#find('.register') ?? this.#find('input') ?? this.#find('button')
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  }

  /**
   * On the row at this place, the last one, or what there is instead.
   *
   * @param ifLost only where nothing has the focus any more.
   */
  async row(place: number, ifLost = false): Promise<void> {
    await this.#host.updateComplete
    if (ifLost && this.#active) return
    const found = this.#host.renderRoot.querySelectorAll<HTMLElement>(names)
    const target = found[Math.min(place, found.length - 1)] ?? this.#find('.register') ?? this.results
    target?.focus()
  }

  /** On an app that is kept, where a button outside the rows did that: it goes with what it belonged to. */
  async alongWith(clientId: string, keep: () => void): Promise<void> {
    const goes = this.isIn('.summary')
    keep()
    if (!goes) return
    await this.#host.updateComplete
    this.#nameOf(clientId)?.focus()
  }

  /** Where a selection begins, unless something has the focus. */
  async ifLost(): Promise<void> {
    await this.#host.updateComplete
    if (!this.#active) (this.#find('.select-all:enabled') ?? this.#find(names) ?? this.results)?.focus()
  }

  /** Whether it is in a part of the list that may go. */
  isIn(selector: string): boolean {
    return Boolean(this.#active?.closest(selector))
  }

  search(): void {
    this.#find('.search input')?.focus()
  }

  get results(): HTMLElement | null {
    return this.#find('.results')
  }

  get #active(): Element | null | undefined {
    return this.#host.shadowRoot?.activeElement
  }

  #nameOf(clientId: string): HTMLElement | null {
    return this.#find(`[data-client-id="${CSS.escape(clientId)}"] .name`)
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector)
  }
}
