import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, queryAll, state } from 'lit/decorators.js'
import type { App } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import { ApiError } from '../internal/api-client.js'
import { emit } from '../internal/emit.js'
import { LocaleController } from '../internal/locale.controller.js'
import { ServerElement } from '../internal/server-element.js'
import type { FormStrings } from '../locales/en.js'
import type { Credentials } from '../oauth-app-credentials/credentials.js'
import type { ScopePicker } from '../scope-picker/scope-picker.element.js'
import { buttons } from '../styles/buttons.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { fieldParts } from './fields/field-parts.styles.js'
import type { FieldView } from './fields/field-view.js'
import { tellScopes } from './fields/scopes-field.js'
import { focusFault } from './focus-fault.js'
import { FormModel } from './form-model.js'
import { FormDialog } from './form-dialog.controller.js'
import './form-events.js'
import { formFields } from './form-fields.js'
import { formFooter } from './form-footer.js'
import { formFailure, formNotice, formTitle } from './form-notices.js'
import { formPreview } from './form-preview.js'
import { formSkeleton } from './form-skeleton.js'
import { formWords } from './form-words.js'
import type { OauthAppIconField } from './icon-field/oauth-app-icon-field.element.js'
import { JudgedFields } from './judged-fields.controller.js'
import { styles } from './oauth-app-form.styles.js'
import { fetchApp, readApp, type ReadApp } from './read-app.js'
import { sendApp, type StoredApp } from './send-app.js'
import { shownOnce } from './shown-once.js'
import type { OauthAppValueList } from './value-list/oauth-app-value-list.element.js'

/**
 * Registers an app or, given a {@link clientId} or an {@link app}, edits it. What may be given and what is sound is
 * decided by the host's rules; the secret of a new app is shown here, once.
 *
 * @fires oauth-app-created - An app was registered. `detail.app` has no secret. Bubbles, composed.
 * @fires oauth-app-saved - An app was changed. Bubbles, composed.
 * @fires oauth-app-form-done - Nothing is left to do: after a save, and once its secret was stored. Bubbles, composed.
 * @fires oauth-app-form-cancel - A person wants to leave without saving. Bubbles, composed.
 */
export class OauthAppForm extends ServerElement {
  static override styles = [tokens, buttons, fields, fieldParts, styles]

  /** The app to edit; without it and without {@link app} the form registers a new one. */
  @property({ attribute: 'client-id' }) clientId: string | undefined

  /** The app to edit, where the page has read it already; with its {@link etag} nothing is read again. */
  @property({ attribute: false }) app: App | undefined

  /** The version of {@link app}: an ETag with its quotes. */
  @property({ attribute: false }) etag: string | undefined

  /** Shows a modal dialog instead of a form in the page, until the form is done or {@link close} is called. */
  @property({ type: Boolean, reflect: true }) modal = false

  @state() private model: FormModel | undefined
  @state() private loadError: unknown
  @state() private saveError: unknown
  @state() private saving = false
  @state() private credentials: Credentials | undefined
  @state() private announcement = ''
  protected readonly locale = new LocaleController<FormStrings>(this, formWords, (strings) => strings)
  readonly #judged = new JudgedFields(this, (field) => this.model?.leave(field))
  readonly #dialog = new FormDialog(this, () => this.#cancel())
  #etag: string | null = null
  /** What is shown once the credentials are stored. */
  #stored: App | undefined
  #reading = new AbortController()

  @query('scope-picker') private readonly picker!: ScopePicker | null
  @query('oauth-app-icon-field') private readonly icon!: OauthAppIconField | null
  @queryAll('oauth-app-value-list') private readonly lists!: NodeListOf<OauthAppValueList>

  /** Whether something was entered that is not saved. */
  get dirty(): boolean {
    if (!this.model || this.credentials) return false
    return this.model.dirty || this.icon?.undecided === true || [...this.lists].some(({ pending }) => pending !== '')
  }

  /** Closes the dialog of a modal form, and gives the focus back; to be called before a form is removed unfinished. */
  close(): void {
    this.#dialog.close()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const source = ['api', 'fetch', 'clientId', 'app', 'etag'] as const
    if (!this.hasUpdated || source.some((name) => changed.has(name))) void this.#load()
    else if (this.model && this.config) this.model.config = this.config
    else if (changed.has('config') && !this.client) void this.#load()
  }

  protected override updated(): void {
    if (this.picker && this.model) tellScopes(this.picker, this.#view(this.model))
  }

  protected override render(): TemplateResult {
    const { common, form } = this.locale.strings
    const content = html`${this.#body()}
      <span class="visually-hidden" role="status">${this.saving ? form.saving : this.announcement}</span>`
    const label = this.model ? formTitle(this.#view(this.model)) : common.loading
    return html`
      ${this.modal ? this.#dialog.render(content, { label, close: common.close }) : content}
      ${this.credentials ? shownOnce(this.credentials, this.#finish) : nothing}
    `
  }

  #body(): TemplateResult {
    const { model } = this
    const { strings } = this.locale
    if (this.loadError !== undefined) return formFailure(this.loadError, strings, () => void this.#load())
    if (!model) return formSkeleton(strings)
    const view = this.#view(model)
    if (!model.current && !model.config.caller.can_create) return formNotice(strings.form.mayNotCreate)
    return html`<form
      novalidate
      autocomplete="off"
      aria-busy=${this.saving ? 'true' : 'false'}
      @submit=${this.#onSubmit}
      @input=${this.#judged.onInput}
      @focusout=${this.#judged.onFocusOut}
      @paste=${this.#onPaste}
    >
      ${formFields(view)} ${formPreview(view)}
      ${formFooter(view, { saving: this.saving, failure: this.saveError, cancel: this.#cancel })}
    </form>`
  }

  #view(model: FormModel): FieldView {
    return { model, locale: this.locale, readOnly: model.current?.can.edit === false, modal: this.modal }
  }

  async #load(): Promise<void> {
    this.#reading.abort()
    const { signal } = (this.#reading = new AbortController())
    this.model = undefined
    this.loadError = undefined
    this.#dialog.open()
    const { client, app, etag } = this
    const clientId = this.clientId ?? app?.client_id
    try {
      const [config, read] = await Promise.all([
        this.loadConfig(),
        clientId === undefined ? undefined : readApp(clientId, { client, app, etag }, signal),
      ])
      if (!signal.aborted && config) this.#begin(config, read)
    } catch (error) {
      if (!signal.aborted) this.loadError = error
    }
  }

  #begin(config: Config, read: ReadApp | undefined): void {
    this.#etag = read?.etag ?? null
    this.saveError = undefined
    this.model = new FormModel(config, read?.app, () => {
      this.requestUpdate()
    })
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { model } = this
    if (!model || this.saving || this.credentials) return
    this.saveError = undefined
    for (const list of this.lists) model.hold(list.field, list.commit()[0])
    model.faults.showAll()
    this.requestUpdate()
    if (model.standing.length > 0) await this.#tellFaults(model)
    else if (model.current && !model.dirty && model.outcome !== 'submit')
      emit(this, 'oauth-app-form-done', { app: model.current })
    else await this.#save(model)
  }

  async #save(model: FormModel): Promise<void> {
    this.saving = true
    try {
      const { client } = this
      if (!client) throw new ApiError('network', 0)
      this.#succeed(model, await sendApp(client, model, this.#etag))
    } catch (error) {
      await this.#fail(model, error)
    } finally {
      this.saving = false
    }
  }

  #succeed({ config, current }: FormModel, { app, etag, credentials }: StoredApp): void {
    const { form } = this.locale.strings
    this.#stored = app
    this.close()
    if (current) this.#begin(config, { app, etag })
    if (credentials) this.credentials = credentials
    this.announcement = current ? form.saved(app.client_name) : form.created(app.client_name)
    emit(this, current ? 'oauth-app-saved' : 'oauth-app-created', { app })
    if (!this.credentials) emit(this, 'oauth-app-form-done', { app })
  }

  async #fail(model: FormModel, error: unknown): Promise<void> {
    const { code, errors } = error instanceof ApiError ? error : { code: undefined, errors: [] }
    if (code === 'stale') return this.#overtake(model)
    if (errors.length === 0) this.saveError = error
    model.refuse(errors)
    await this.#tellFaults(model)
  }

  /** Somebody else saved first: shows what, and goes on from there. */
  async #overtake(model: FormModel): Promise<void> {
    if (!this.client || !model.current) return
    try {
      const { app, etag } = await fetchApp(this.client, model.current.client_id)
      model.overtake(app)
      this.#etag = etag
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#stale')?.focus()
    } catch (error) {
      this.saveError = error
    }
  }

  readonly #cancel = (): void => {
    emit(this, 'oauth-app-form-cancel', null)
  }

  readonly #finish = (): void => {
    const { model } = this
    const app = this.#stored
    this.credentials = undefined
    if (model && !model.current) this.#begin(model.config, undefined)
    if (app) emit(this, 'oauth-app-form-done', { app })
  }

  async #tellFaults({ shownFields }: FormModel): Promise<void> {
    await this.updateComplete
    await Promise.all([...this.lists].map((list) => list.updateComplete))
    focusFault(this.renderRoot, shownFields)
  }

  /** An image may be pasted anywhere in the form; text goes where it always does. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (!file) return
    event.preventDefault()
    void this.icon?.take(file)
  }
}
