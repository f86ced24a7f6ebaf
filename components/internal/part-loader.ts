import type { ReactiveControllerHost } from 'lit'

/**
 * How tags are registered when somebody is about to need them. The module that registers the page fills it in, so that
 * its class alone brings nothing along; a tag that is not here is registered by whoever uses the class.
 */
export const partLoaders = new Map<string, () => Promise<unknown>>()

/** `ready` is also what the page has registered by itself; nothing is loaded then. */
export type PartState = 'absent' | 'loading' | 'failed' | 'ready'

/** Loads elements that a host is made of, and lets it render again when one of them came, or did not. */
export class PartLoader {
  readonly #host: ReactiveControllerHost
  readonly #states = new Map<string, PartState>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  stateOf(tag: string): PartState {
    return customElements.get(tag) || !partLoaders.has(tag) ? 'ready' : (this.#states.get(tag) ?? 'absent')
  }

  /** Loads ahead of need, and once: what cannot be loaded is asked for again only when it is needed. */
  prefetch(tag: string): void {
    if (this.stateOf(tag) === 'absent') void this.load(tag)
  }

  /** Loads what is needed now, also after it has failed. Never rejects. */
  async load(tag: string): Promise<void> {
    const state = this.stateOf(tag)
    if (state === 'ready' || state === 'loading') return
    this.#states.set(tag, 'loading')
    this.#host.requestUpdate()
    try {
      await partLoaders.get(tag)?.()
    } catch {
      // What counts is whether the tag is registered now: stateOf looks there first.
    }
    this.#states.set(tag, 'failed')
    this.#host.requestUpdate()
  }
}
