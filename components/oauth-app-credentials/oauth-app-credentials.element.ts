import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { CopyController } from '../internal/copy.controller.js'
import { download } from '../internal/download.js'
import { emit } from '../internal/emit.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { PageStrings } from '../locales/en.js'
import { pageEnglish } from '../locales/english/page.js'
import { LocaleController } from '../internal/locale.controller.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import type { Credentials } from './credentials.js'
import { envFile, envFileName } from './env-file.js'
import { credentialsStyles } from './oauth-app-credentials.styles.js'

declare global {
  interface HTMLElementEventMap {
    /** The credentials are gone from the page. */
    'oauth-app-credentials-dismissed': CustomEvent<{ readonly client_id: string }>
  }
}

/**
 * Shows an app's client ID and secret, once. Closing it without having stored the secret takes a second step; then the
 * element forgets what it was given, and so must the page.
 *
 * @fires oauth-app-credentials-dismissed - After a person closed it and the secret has left the document.
 */
export class OauthAppCredentials extends LitElement {
  static override styles = [tokens, buttons, fields, dialogs, credentialsStyles]

  /**
   * What to show; nothing is shown without it. Only a property, so that the secret never stands in an attribute.
   * Becomes `undefined` when it is dismissed and when the element leaves the document.
   */
  @property({ attribute: false }) credentials: Credentials | undefined

  /** Shows a modal dialog instead of a block in the page. */
  @property({ type: Boolean, reflect: true }) modal = false

  @state() private stored = false

  protected readonly locale = new LocaleController<PageStrings>(this, pageEnglish, (strings) => strings)
  readonly #copy = new CopyController(this)
  readonly #confirm = new ConfirmController(this)

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('beforeunload', this.#holdBack)
    // Moving an element disconnects it too; a secret that is shown only once must survive that.
    queueMicrotask(() => {
      if (!this.isConnected) this.credentials = undefined
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('credentials')) this.stored = false
    // A dialog gives the focus back only when it is closed, not when it is removed.
    if (!this.credentials) this.#dialog?.close()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { credentials } = this
    if (!credentials) return nothing
    if (!this.modal) return html`${this.#renderBlock(credentials)} ${this.#confirm.render()}`
    return html`<dialog
        class="dialog wide"
        aria-labelledby="title"
        aria-describedby="note"
        @keydown=${this.#onKeydown}
        @cancel=${this.#onCancel}
        @close=${this.#openDialog}
      >
        ${this.#renderBlock(credentials)}
      </dialog>
      ${this.#confirm.render()}`
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    this.#openDialog()
    // Listening only while it is needed: a page with this listener may be kept out of the back/forward cache.
    if (this.#hasUnstoredSecret) window.addEventListener('beforeunload', this.#holdBack)
    else window.removeEventListener('beforeunload', this.#holdBack)
  }

  #renderBlock(credentials: Credentials): TemplateResult {
    const { credentials: words, common } = this.locale.strings
    const { client_id, client_name, client_secret, secret_missed = false } = credentials
    const hasNone = client_secret === undefined
    const whyNone = credentials.token_endpoint_auth_method === 'private_key_jwt' ? words.ownKeyText : words.publicText
    const note = secret_missed ? words.missedText : hasNone ? whyNone : words.warning
    const isQuiet = hasNone && !secret_missed
    return html`<section class="block" aria-labelledby=${this.modal ? nothing : 'title'}>
      <h2 id="title">${words.title(client_name)}</h2>
      <p class="note ${isQuiet ? 'quiet' : ''}" id="note" role=${this.modal || isQuiet ? nothing : 'alert'}>
        ${glyphs.alert}<span>${note}</span>
      </p>
      <dl>
        ${this.#renderValue('client_id', common.clientId, client_id, words.copyId)}
        ${hasNone ? nothing : this.#renderValue('client_secret', common.clientSecret, client_secret, words.copySecret)}
      </dl>
      <button type="button" class="button download" @click=${this.#onDownload}>
        ${glyphs.download}${words.download}
      </button>
      <div class="footer">
        ${
          hasNone
            ? nothing
            : html`<label class="choice stored">
                <input type="checkbox" .checked=${this.stored} @change=${this.#onStored} />${words.stored}
              </label>`
        }
        <button type="button" class="button primary" @click=${this.#close}>${words.done}</button>
      </div>
    </section>`
  }

  #renderValue(key: string, label: string, value: string, copy: string): TemplateResult {
    const { credentials: words, common } = this.locale.strings
    const copyWords = { copy, copied: common.copied, failed: common.copyFailed }
    return html`<dt>${label}</dt>
      <dd>
        <code class="mono" dir="ltr" translate="no">${value}</code>
        ${this.#copy.button(key, value, copyWords, words.copy)}
      </dd>`
  }

  get #hasUnstoredSecret(): boolean {
    return this.credentials?.client_secret !== undefined && !this.stored
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog.wide')
  }

  /** Opens the dialog, and opens it again after the element was moved or the browser closed it by itself. */
  readonly #openDialog = (): void => {
    const dialog = this.#dialog
    if (!dialog || !this.credentials || !this.isConnected || dialog.matches(':modal')) return
    dialog.close()
    dialog.showModal()
  }

  readonly #close = async (): Promise<void> => {
    const { credentials } = this
    const { strings } = this.locale
    const { credentials: words } = strings
    if (!credentials) return
    if (this.#hasUnstoredSecret) {
      const confirmed = await this.#confirm.ask({
        title: words.dismissTitle,
        body: words.dismissText,
        confirm: words.dismissConfirm,
        cancel: words.dismissBack,
        danger: true,
        action: () => Promise.resolve(),
        explain: (error) => explainFailure(error, strings),
      })
      if (!confirmed || this.credentials !== credentials) return
    }
    this.credentials = undefined
    await this.updateComplete
    emit(this, 'oauth-app-credentials-dismissed', { client_id: credentials.client_id })
  }

  readonly #onDownload = (): void => {
    const { credentials } = this
    if (credentials)
      download(envFileName(credentials.client_name), new Blob([envFile(credentials)], { type: 'text/plain' }))
  }

  readonly #onStored = (event: Event & { readonly currentTarget: HTMLInputElement }): void => {
    this.stored = event.currentTarget.checked
  }

  readonly #holdBack = (event: Event): void => {
    event.preventDefault()
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Chromium lets `cancel` be prevented only once before it closes anyway; the key can be prevented each time.
    if (event.key === 'Escape') this.#onCancel(event)
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault()
    void this.#close()
  }
}
