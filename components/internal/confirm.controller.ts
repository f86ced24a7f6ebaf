import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { glyphs } from './glyphs.js'

/** A question before something is done. */
export interface Question {
  readonly title: string
  /** A function where it changes while the question is asked: the host renders it again. */
  readonly body: TemplateResult | string | (() => TemplateResult)
  readonly confirm: string
  readonly cancel: string
  /** Colours the last step red. */
  readonly danger?: boolean
  /** What the person still has to do, if anything: said when they go on without it. */
  readonly missing?: () => Missing | undefined
  /** Does it. While it runs the dialog stays; what it throws is said in the dialog by `explain`. */
  readonly action: () => Promise<void>
  readonly explain: (error: unknown) => string
}

/** What a question cannot do without, in words, and the control that takes it. */
export interface Missing {
  readonly text: string
  /** A selector. */
  readonly control: string
}

/** Asks in a native modal dialog that has the focus on its safe button. The host renders {@link render} once. */
export class ConfirmController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  #question: Question | undefined
  #busy = false
  #done = false
  #failure: string | undefined
  #answer: ((done: boolean) => void) | undefined

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#settle()
  }

  /** Whether it was done, said when the dialog has closed and has given the focus back. */
  async ask(question: Question): Promise<boolean> {
    this.#settle()
    this.#question = question
    this.#done = false
    this.#failure = undefined
    const answer = new Promise<boolean>((resolve) => {
      this.#answer = resolve
    })
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#dialog?.showModal()
    return answer
  }

  render(): TemplateResult | typeof nothing {
    const question = this.#question
    if (!question) return nothing
    return html`<dialog
      id="confirm"
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-body"
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="frame">
        <h2 id="confirm-title">${question.title}</h2>
        <div id="confirm-body">${typeof question.body === 'function' ? question.body() : question.body}</div>
        ${
          this.#failure === undefined
            ? nothing
            : html`<p class="fault faults" role="alert">
                ${glyphs.alert}<span class="fault-text">${this.#failure}</span>
              </p>`
        }
        <div class="footer">
          <button type="button" class="button" autofocus ?disabled=${this.#busy} @click=${this.#close}>
            ${question.cancel}
          </button>
          <button
            type="button"
            class="button ${question.danger ? 'danger' : 'primary'}"
            aria-disabled=${this.#busy ? 'true' : 'false'}
            @click=${this.#confirm}
          >
            ${question.confirm}
          </button>
        </div>
      </div>
    </dialog>`
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('#confirm')
  }

  readonly #close = (): void => {
    this.#dialog?.close()
  }

  readonly #onCancel = (event: Event): void => {
    if (this.#busy) event.preventDefault()
  }

  readonly #onClose = (): void => {
    this.#settle()
    this.#host.requestUpdate()
  }

  #settle(): void {
    this.#question = undefined
    this.#answer?.(this.#done)
    this.#answer = undefined
  }

  readonly #confirm = async (): Promise<void> => {
    const question = this.#question
    if (!question || this.#busy) return
    const missing = question.missing?.()
    this.#failure = missing?.text
    this.#host.requestUpdate()
    if (missing) {
      this.#dialog?.querySelector<HTMLElement>(missing.control)?.focus()
      return
    }
    this.#busy = true
    try {
      await question.action()
      this.#busy = false
      this.#done = true
      this.#close()
    } catch (error) {
      this.#failure = question.explain(error)
    } finally {
      this.#busy = false
      this.#host.requestUpdate()
    }
  }
}
