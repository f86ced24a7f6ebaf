import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { glyphs } from '../internal/glyphs.js'

/** What the dialog says itself. */
interface DialogWords {
  readonly label: string
  readonly close: string
}

/** A native modal dialog around a form, open until somebody is done with it. Whether it may be left its host decides. */
export class FormDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #leave: () => void
  #wanted = true
  #entered = false

  constructor(host: ReactiveControllerHost & HTMLElement, leave: () => void) {
    this.#host = host
    this.#leave = leave
    host.addController(this)
  }

  hostUpdated(): void {
    this.#show()
    const first = this.#dialog?.querySelector<HTMLElement>('.field :is(input, select, textarea)')
    if (!first || this.#entered) return
    this.#entered = true
    first.focus()
  }

  /** Opens it with the next update, for another form than before. */
  open(): void {
    this.#wanted = true
    this.#entered = false
  }

  /** Closes it, and gives the focus back: a dialog does so only when it is closed, not when it is removed. */
  close(): void {
    this.#wanted = false
    this.#dialog?.close()
  }

  render(content: TemplateResult, { label, close }: DialogWords): TemplateResult {
    return html`<dialog
      class="dialog form-dialog"
      aria-label=${label}
      @keydown=${this.#onKeydown}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="frame">
        <button type="button" class="icon-button close" aria-label=${close} title=${close} @click=${this.#leave}>
          ${glyphs.close}
        </button>
        ${content}
      </div>
    </dialog>`
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('.form-dialog')
  }

  #show(): void {
    if (this.#wanted && this.#host.isConnected && this.#dialog?.open === false) this.#dialog.showModal()
  }

  /** Chromium lets `cancel` be prevented only once before it closes anyway; the key can be prevented each time. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    this.#leave()
  }

  /** An image that was not chosen after all cancels too. */
  readonly #onCancel = (event: Event): void => {
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    this.#leave()
  }

  /** A browser may close it all the same: then it is there again, and asks like a key would. */
  readonly #onClose = (): void => {
    if (!this.#wanted) return
    this.#show()
    this.#leave()
  }
}
