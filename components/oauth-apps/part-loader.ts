import type { ReactiveControllerHost } from 'lit'

/** An element that is loaded when somebody is about to need it. */
export interface Part {
  readonly tag: string
  /** Registers the tag. */
  readonly load: () => Promise<unknown>
}

/** `ready` is also what the page has registered by itself; nothing is loaded then. */
export type PartState = 'absent' | 'loading' | 'failed' | 'ready'

/** Loads parts of an element, and lets it render again when one of them came, or did not. */
export class PartLoader {
  readonly #host: ReactiveControllerHost
  readonly #states = new Map<string, PartState>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  stateOf({ tag }: Part): PartState {
    return customElements.get(tag) ? 'ready' : (this.#states.get(tag) ?? 'absent')
  }

  /** Loads ahead of need, and once: what cannot be loaded is asked for again only when it is needed. */
  prefetch(part: Part): void {
    if (this.stateOf(part) === 'absent') void this.load(part)
  }

  /** Loads what is needed now, also after it has failed. Never rejects. */
  async load(part: Part): Promise<void> {
    const state = this.stateOf(part)
    if (state === 'ready' || state === 'loading') return
    this.#states.set(part.tag, 'loading')
    this.#host.requestUpdate()
    try {
      await part.load()
    } catch {
      // What counts is whether the tag is registered now: stateOf looks there first.
    }
    this.#states.set(part.tag, 'failed')
    this.#host.requestUpdate()
  }
}
