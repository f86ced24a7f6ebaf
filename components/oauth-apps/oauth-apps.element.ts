import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { PageElement } from '../internal/page-element.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { partFailureStyles } from '../internal/part-failure.styles.js'
import { PartLoader } from '../internal/part-loader.js'
import '../oauth-app-form/form-events.js'
import { skeletonStyles } from '../oauth-app-form/form-skeleton.styles.js'
import type { OauthAppDetails } from '../oauth-app-details/oauth-app-details.element.js'
import type { OauthAppForm } from '../oauth-app-form/oauth-app-form.element.js'
import { defaultColumns } from '../oauth-app-list/columns.js'
import { defaultSort, everyApp } from '../oauth-app-list/list-filter.js'
import type { OauthAppList } from '../oauth-app-list/oauth-app-list.element.js'
import type { AppListState } from '../oauth-app-list/oauth-app-list.events.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { besideList } from './beside-list.js'
import { discardQuestion } from './discard-question.js'
import { appPage } from './app-page.js'
import { styles } from './oauth-apps.styles.js'
import { partAhead, parts } from './parts.js'
import { isBehind, isForm, parentOf, type FormView, type OauthAppsView, type PartView } from './views.js'

export type { OauthAppsView }

declare global {
  interface HTMLElementEventMap {
    'oauth-apps-view-change': CustomEvent<OauthAppsView>
  }
}

/**
 * The whole page in one tag: the list of apps, the page of each, the form to register and edit them, and their dialogs.
 * All but the list is loaded when somebody is about to use it, unless the page has registered it already.
 *
 * @fires oauth-apps-view-change - A person went to another view; `detail` is the value for {@link view}. Bubbles, composed.
 * @slot empty - A link to documentation, shown while there are no apps.
 */
export class OauthApps extends PageElement {
  static override styles = [tokens, buttons, fields, dialogs, skeletonStyles, partFailureStyles, styles]

  /** What is shown. A host that keeps it in its address sets it here, and hears of changes by event. */
  @property({ attribute: false }) view: OauthAppsView = { view: 'list' }

  /**
   * What the list is narrowed to, its order and its columns; JSON as an attribute. A host that keeps them in its address
   * sets them here, and hears of changes by `oauth-app-list-change`.
   */
  @property({ attribute: 'list-state', type: Object }) listState: Partial<AppListState> = {}

  /** Where a person is taken once an app is registered and its secret stored: to the list, or to the page of the app. */
  @property({ attribute: 'after-create' }) afterCreate: 'list' | 'details' = 'list'

  /** Where the form is: in the place of the list, or in a dialog before what it was opened from. */
  @property({ attribute: 'form-in' }) formIn: 'page' | 'dialog' = 'page'

  @query('oauth-app-list') private readonly list!: OauthAppList | null
  @query('oauth-app-details') private readonly details!: OauthAppDetails | null
  @query('oauth-app-form') private readonly form!: OauthAppForm | null

  readonly #confirm = new ConfirmController(this)
  readonly #parts = new PartLoader(this)
  /** Where the way back leads. */
  #parent: OauthAppsView = { view: 'list' }

  /** Whether the form holds changes that leaving would lose. */
  get dirty(): boolean {
    return this.form?.dirty ?? false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return
    this.#parent = parentOf(this.view, changed.get('view'), this.#parent)
    this.#load()
  }

  protected override updated(changed: PropertyValues<this>): void {
    const previous = changed.get('view')
    if (previous && previous.view !== this.view.view) this.#moveFocus(previous)
  }

  protected override render(): TemplateResult {
    const { view } = this
    const inDialog = this.#hasDialog(view)
    const page = inDialog ? this.#parent : view
    const state = { ...everyApp, sort: defaultSort, columns: defaultColumns, ...this.listState }
    return html`
      <oauth-app-list
        ?hidden=${page.view !== 'list'}
        .api=${this.api}
        .fetch=${this.fetch}
        .config=${this.config}
        .q=${state.q}
        .status=${state.status}
        .sort=${state.sort}
        .organizationId=${state.organizationId}
        .createdBy=${state.createdBy}
        .unusedForDays=${state.unusedForDays}
        .secretExpiresWithinDays=${state.secretExpiresWithinDays}
        .columns=${guard([this.listState], () => state.columns)}
        @oauth-app-list-change=${this.#onListChange}
        @oauth-app-register=${() => {
          this.#go({ view: 'create' })
        }}
        @oauth-app-open=${this.#onOpen}
        @oauth-app-edit=${this.#onEdit}
        @pointerover=${this.#onIntent}
        @focusin=${this.#onIntent}
      >
        <slot name="empty" slot="empty"></slot>
      </oauth-app-list>
      ${page.view === 'list' ? nothing : this.#besideList(page)} ${inDialog ? this.#form(view) : nothing}
      ${this.#confirm.render()}
    `
  }

  #besideList(view: PartView): TemplateResult {
    const { strings } = this.locale
    return besideList({
      strings,
      back: view.view === 'edit' && this.#parent.view !== 'list' ? strings.apps.backToApp : strings.apps.back,
      leave: () => void this.#leave(),
      state: this.#parts.stateOf(parts[view.view]),
      part: () => this.#part(view),
      retry: this.#retry,
    })
  }

  #part(view: PartView): TemplateResult {
    return isForm(view) ? this.#form(view) : this.#details(view.client_id)
  }

  /** Until the form is there it has the place of the list, as without a dialog. */
  #hasDialog(view: OauthAppsView): view is FormView {
    return this.formIn === 'dialog' && isForm(view) && this.#parts.stateOf(parts[view.view]) === 'ready'
  }

  #details(clientId: string): TemplateResult {
    const { api, fetch, config = this.list?.config } = this
    const listeners = { edit: this.#onEdit, stored: this.#onStored, deleted: this.#onDeleted }
    return appPage({ api, fetch, config }, clientId, listeners)
  }

  #form(view: FormView): TemplateResult {
    return html`<oauth-app-form
      ?modal=${this.formIn === 'dialog'}
      .api=${this.api}
      .fetch=${this.fetch}
      .config=${this.config ?? this.list?.config}
      .clientId=${view.view === 'edit' ? view.client_id : undefined}
      @oauth-app-created=${this.#onStored}
      @oauth-app-saved=${this.#onSaved}
      @oauth-app-form-done=${this.#onFormDone}
      @oauth-app-form-cancel=${this.#leave}
    ></oauth-app-form>`
  }

  /** Loads what the view needs. */
  #load(): void {
    const { view } = this.view
    if (view !== 'list') void this.#parts.load(parts[view])
  }

  /** The button goes when it is pressed, so the focus cannot stay on it. */
  readonly #retry = (): void => {
    this.#focusBack()
    this.#load()
  }

  readonly #onIntent = (event: Event): void => {
    const part = partAhead(event)
    if (part) this.#parts.prefetch(part)
  }

  /** Otherwise a host could not take the list back to what it has set before: nothing would have changed here. */
  readonly #onListChange = ({ detail }: HTMLElementEventMap['oauth-app-list-change']): void => {
    this.listState = detail
  }

  readonly #onOpen = (event: HTMLElementEventMap['oauth-app-open']): void => {
    this.#go({ view: 'details', client_id: event.detail.app.client_id })
  }

  readonly #onEdit = (event: HTMLElementEventMap['oauth-app-edit']): void => {
    this.#go({ view: 'edit', client_id: event.detail.app.client_id })
  }

  readonly #onStored = (event: HTMLElementEventMap['oauth-app-saved']): void => {
    this.list?.keepApp(event.detail.app)
  }

  /** Its page may be behind the form. */
  readonly #onSaved = (event: HTMLElementEventMap['oauth-app-saved']): void => {
    this.#onStored(event)
    this.details?.keepApp(event.detail.app)
  }

  /** Its page stays, and offers to restore it where that can be done. */
  readonly #onDeleted = (event: HTMLElementEventMap['oauth-app-deleted']): void => {
    this.list?.dropApp(event.detail.app)
  }

  readonly #onFormDone = ({ detail }: HTMLElementEventMap['oauth-app-form-done']): void => {
    const created = this.view.view === 'create'
    if (created && this.afterCreate === 'details') this.#go({ view: 'details', client_id: detail.app.client_id })
    else this.#toParent()
  }

  readonly #toParent = (): void => {
    this.form?.close()
    this.#go(this.#parent)
  }

  /** Back, Cancel and Escape: asks first where something would be lost. */
  readonly #leave = async (): Promise<void> => {
    if (!this.dirty || (await this.#confirm.ask(discardQuestion(this.locale.strings)))) this.#toParent()
  }

  #go(view: OauthAppsView): void {
    this.view = view
    emit(this, 'oauth-apps-view-change', view)
  }

  /** A view that takes another's place takes its focus too, so that a keyboard or a screen reader goes on from there. */
  #moveFocus(previous: OauthAppsView): void {
    if (this.#hasDialog(this.view)) return
    // A dialog has given it back already, unless what had it before is gone.
    if (this.formIn === 'dialog' && isBehind(this.view, previous) && this.shadowRoot?.activeElement) return
    if (this.view.view !== 'list') this.#focusBack()
    else void this.list?.focusApp('client_id' in previous ? previous.client_id : undefined)
  }

  #focusBack(): void {
    this.renderRoot.querySelector<HTMLElement>('.back')?.focus()
  }
}
