import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Long enough that a word is one request, short enough to feel immediate. */
const pauseMs = 250

/** The text of a search field, taken over when the typing pauses. */
export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #search: (q: string) => void
  #text = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, search: (q: string) => void) {
    this.#host = host
    this.#search = search
    host.addController(this)
  }

  /** What the field shows; outer spaces, which a person may still be typing on from, are not searched for. */
  get text(): string {
    return this.#text
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  /** Takes over what was set from outside, unless it is what was typed. */
  follow(q: string): void {
    if (q === this.#text.trim()) return
    clearTimeout(this.#timer)
    this.#text = q
  }

  type(text: string): void {
    this.#text = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.commit()
    }, pauseMs)
    this.#host.requestUpdate()
  }

  commit(): void {
    clearTimeout(this.#timer)
    this.#search(this.#text.trim())
  }
}
