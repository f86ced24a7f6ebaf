import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { CopyController } from '../internal/copy.controller.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import type { WebhookStrings } from './webhook-view.js'

/** A signing secret on the page, once: it goes when the person says that it is stored, or when the element does. */
export class ShownSecretController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #copy: CopyController
  readonly #dismissed: () => void
  #shown: { readonly url: string; readonly value: string } | undefined
  #stored = false
  #asked = false

  constructor(host: ReactiveControllerHost & HTMLElement, dismissed: () => void) {
    this.#host = host
    this.#dismissed = dismissed
    this.#copy = new CopyController(host)
    host.addController(this)
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#holdBack)
    // Moving an element disconnects it too; a secret that is shown only once must survive that.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#shown = undefined
    })
  }

  async show(url: string, value: string): Promise<void> {
    this.#shown = { url, value }
    this.#stored = this.#asked = false
    window.addEventListener('beforeunload', this.#holdBack)
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.shadowRoot?.querySelector<HTMLElement>('#secret-title')?.focus()
  }

  render({ webhooks: words }: WebhookStrings): TemplateResult | typeof nothing {
    const shown = this.#shown
    if (!shown) return nothing
    const copyWords = { copy: words.copy, copied: words.copied, failed: words.copyFailed }
    return html`<section class="secret" aria-labelledby="secret-title">
      <h2 id="secret-title" tabindex="-1">${words.secretTitle}</h2>
      <p class="muted mono" dir="ltr">${shown.url}</p>
      <p class="state">${alertGlyph}<span>${words.secretText}</span></p>
      <p class="value">
        <code class="mono" dir="ltr" translate="no">${shown.value}</code>
        ${this.#copy.button('signing_secret', shown.value, copyWords, words.copyShort)}
      </p>
      <div class="footer">
        <label class="choice">
          <input type="checkbox" class="stored" .checked=${this.#stored} @change=${this.#onStored} />${words.stored}
        </label>
        <button type="button" class="button primary done" @click=${this.#done}>${words.done}</button>
      </div>
      <p class="faults" role="alert">${this.#asked && !this.#stored ? words.storeFirst : nothing}</p>
    </section>`
  }

  readonly #onStored = ({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }): void => {
    this.#stored = currentTarget.checked
    this.#host.requestUpdate()
  }

  readonly #done = (): void => {
    this.#asked = true
    if (this.#stored) {
      this.#shown = undefined
      window.removeEventListener('beforeunload', this.#holdBack)
      this.#dismissed()
    } else this.#host.shadowRoot?.querySelector<HTMLElement>('.stored')?.focus()
    this.#host.requestUpdate()
  }

  readonly #holdBack = (event: Event): void => {
    if (this.#shown && !this.#stored) event.preventDefault()
  }
}
