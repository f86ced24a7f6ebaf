import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Lets the browser ask before the page is left, while something on it would be lost. */
export class UnloadGuardController implements ReactiveController {
  readonly #needed: () => boolean

  constructor(host: ReactiveControllerHost, needed: () => boolean) {
    this.#needed = needed
    host.addController(this)
  }

  hostUpdated(): void {
    // Listening only while it is needed: a page with this listener may be kept out of the back/forward cache.
    if (this.#needed()) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', ask)
  }
}

const ask = (event: BeforeUnloadEvent): void => {
  event.preventDefault()
}
