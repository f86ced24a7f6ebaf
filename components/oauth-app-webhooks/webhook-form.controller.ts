import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { FieldFault } from '../../plugin/contract/faults.js'
import type { Webhook, WebhookInput } from '../../plugin/contract/webhooks.js'
import { ApiError } from '../internal/api-client.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { explainWebhookFailure } from './explain-webhook-failure.js'
import { isOf, judgeDraft, type WebhookDraft } from './webhook-draft.js'
import { webhookFields } from './webhook-fields.js'
import { webhookPlaces, type WebhookView } from './webhook-view.js'

/** The dialog in which an endpoint is added or edited. What was typed stays until it is saved or given up. */
export class WebhookFormController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #save: (input: WebhookInput, current: Webhook | undefined) => Promise<void>
  #draft: WebhookDraft | undefined
  #current: Webhook | undefined
  #faults: readonly FieldFault[] = []
  #failure: unknown
  #busy = false

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    save: (input: WebhookInput, current: Webhook | undefined) => Promise<void>,
  ) {
    this.#host = host
    this.#save = save
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#draft = undefined
  }

  async open(view: WebhookView, current?: Webhook): Promise<void> {
    const [place] = webhookPlaces(view.config, '')
    this.#current = current
    this.#faults = []
    this.#failure = undefined
    this.#draft = {
      url: current?.url ?? '',
      description: current?.description ?? '',
      organization_id: current ? current.organization_id : (place?.id ?? null),
      events: new Set(current?.events ?? []),
    }
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#dialog?.showModal()
  }

  render(view: WebhookView): TemplateResult | typeof nothing {
    const draft = this.#draft
    if (!draft) return nothing
    const { webhooks: words } = view.locale.strings
    const change = (members: Partial<WebhookDraft>): void => {
      Object.assign(draft, members)
      this.#faults = this.#faults.filter(({ pointer }) => !Object.keys(members).some((name) => isOf(pointer, name)))
      this.#host.requestUpdate()
    }
    return html`<dialog class="dialog form" aria-labelledby="form-title" @cancel=${this.#hold} @close=${this.#closed}>
      <form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, view)}>
        <h2 id="form-title">${this.#current ? words.editTitle : words.addTitle}</h2>
        ${webhookFields({ draft, faults: this.#faults, change, isNew: !this.#current, view })}
        ${
          this.#failure === undefined
            ? nothing
            : html`<p class="fault faults" role="alert">
                ${alertGlyph}<span class="fault-text"
                  >${explainWebhookFailure(this.#failure, view.locale.strings)}</span
                >
              </p>`
        }
        <div class="footer">
          <button type="button" class="button" @click=${this.#close}>${words.cancel}</button>
          <button class="button primary" aria-disabled=${this.#busy ? 'true' : 'false'}>
            ${this.#current ? words.save : words.add}
          </button>
        </div>
      </form>
    </dialog>`
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.form')
  }

  async #submit(event: SubmitEvent, view: WebhookView): Promise<void> {
    event.preventDefault()
    const draft = this.#draft
    if (!draft || this.#busy) return
    this.#faults = judgeDraft(draft, view.config)
    this.#failure = undefined
    if (this.#faults.length === 0) await this.#send(draft)
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#dialog?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  async #send({ url, description, events, organization_id }: WebhookDraft): Promise<void> {
    const input = { url: url.trim(), description, events: [...events] }
    this.#busy = true
    this.#host.requestUpdate()
    try {
      await this.#save(this.#current ? input : { ...input, organization_id }, this.#current)
      this.#close()
    } catch (error) {
      this.#failure = error
      if (error instanceof ApiError) this.#faults = error.errors
    } finally {
      this.#busy = false
    }
  }

  readonly #close = (): void => {
    this.#dialog?.close()
  }

  readonly #hold = (event: Event): void => {
    if (this.#busy) event.preventDefault()
  }

  readonly #closed = (): void => {
    this.#draft = undefined
    this.#host.requestUpdate()
  }
}
