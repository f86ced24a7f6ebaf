import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { LocaleController } from './locale.controller.js'

/** The shortest unit that is told: "5 minutes ago" is out of date a minute later. */
const refreshMs = 60_000

/**
 * Times as people tell them, with the exact one on hover and for a screen reader. They do not grow stale on a page that
 * stays open: the host renders again each minute in which somebody can see it.
 */
export class RelativeTimeController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #locale: Pick<LocaleController, 'exactTime' | 'relativeTime'>
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost, locale: Pick<LocaleController, 'exactTime' | 'relativeTime'>) {
    this.#host = host
    this.#locale = locale
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#follow)
    this.#start()
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#follow)
    clearInterval(this.#timer)
  }

  /**
   * @param iso as the API gives it
   * @param label what happened then, for a screen reader, where the text around it does not say so
   */
  render(iso: string, label?: string): TemplateResult {
    const exact = this.#locale.exactTime(iso)
    return html`<time datetime=${iso} title=${exact}
      >${label === undefined ? nothing : html`<span class="visually-hidden">${label} </span>`}${this.#locale.relativeTime(
        iso,
      )}<span class="visually-hidden">, ${exact}</span></time
    >`
  }

  /** What is seen again after a while is told anew at once. */
  readonly #follow = (): void => {
    this.#start()
    if (document.visibilityState === 'visible') this.#host.requestUpdate()
  }

  #start(): void {
    clearInterval(this.#timer)
    if (document.visibilityState !== 'visible') return
    this.#timer = setInterval(() => {
      this.#host.requestUpdate()
    }, refreshMs)
  }
}
