import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit'
import type { PageStrings } from '../locales/en.js'
import { partFailure } from './part-failure.js'
import { PartLoader } from './part-loader.js'

/** A part of an element that is loaded when its place comes into sight. Its place looks as the styles of the host say. */
export class PartInSight implements ReactiveController {
  readonly #host: LitElement
  readonly #tag: string
  readonly #parts: PartLoader
  #place: Element | null = null
  #seen = false
  readonly #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.#see()
  })

  constructor(host: LitElement, tag: string) {
    this.#host = host
    this.#tag = tag
    this.#parts = new PartLoader(host)
    host.addController(this)
  }

  hostUpdated(): void {
    const place = this.#seen ? null : this.#host.renderRoot.querySelector(`.part-${this.#tag}`)
    if (place === this.#place) return
    this.#sight.disconnect()
    this.#place = place
    if (place) this.#sight.observe(place)
  }

  hostDisconnected(): void {
    this.#sight.disconnect()
    this.#place = null
  }

  /** The part once it is there, bones until then, or why it did not come. */
  render(part: () => TemplateResult, strings: PageStrings): TemplateResult {
    const state = this.#seen ? this.#parts.stateOf(this.#tag) : 'absent'
    if (state === 'ready') return part()
    if (state === 'failed') return partFailure(strings, () => void this.#parts.load(this.#tag))
    return html`<i class="bone part-${this.#tag}" aria-hidden="true"></i>`
  }

  #see(): void {
    this.#seen = true
    void this.#parts.load(this.#tag)
    this.#host.requestUpdate()
  }
}
