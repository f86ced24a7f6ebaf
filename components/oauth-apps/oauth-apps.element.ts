import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { PageElement } from '../internal/page-element.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { glyphs } from '../internal/glyphs.js'
import { partFailure } from '../internal/part-failure.js'
import { partFailureStyles } from '../internal/part-failure.styles.js'
import { PartLoader } from '../internal/part-loader.js'
import '../oauth-app-form/form-events.js'
import { formSkeleton } from '../oauth-app-form/form-skeleton.js'
import { skeletonStyles } from '../oauth-app-form/form-skeleton.styles.js'
import type { OauthAppForm } from '../oauth-app-form/oauth-app-form.element.js'
import { defaultColumns } from '../oauth-app-list/columns.js'
import { defaultSort, everyApp } from '../oauth-app-list/list-filter.js'
import type { OauthAppList } from '../oauth-app-list/oauth-app-list.element.js'
import type { AppListState } from '../oauth-app-list/oauth-app-list.events.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { styles } from './oauth-apps.styles.js'
import { partAhead, parts } from './parts.js'
import { parentOf, type OauthAppsView, type PartView } from './views.js'

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
   * What the list is narrowed to, its order and its columns. A host that keeps them in its address sets them here, and
   * hears of changes by `oauth-app-list-change`.
   */
  @property({ attribute: false }) listState: Partial<AppListState> = {}

  /** Where a person is taken once an app is registered and its secret stored: to the list, or to the page of the app. */
  @property({ attribute: 'after-create' }) afterCreate: 'list' | 'details' = 'list'

  @query('oauth-app-list') private readonly list!: OauthAppList | null
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
    const state = { ...everyApp, sort: defaultSort, columns: defaultColumns, ...this.listState }
    return html`
      <oauth-app-list
        ?hidden=${view.view !== 'list'}
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
      ${view.view === 'list' ? nothing : this.#besideList(view)} ${this.#confirm.render()}
    `
  }

  /** The way back is there at once and has the focus, whatever comes below it. */
  #besideList(view: PartView): TemplateResult {
    const { strings } = this.locale
    const state = this.#parts.stateOf(parts[view.view])
    return html`
      <button type="button" class="button plain back" @click=${this.#leave}>
        ${glyphs.back}${this.#parent.view === 'list' ? strings.apps.back : strings.apps.backToApp}
      </button>
      ${
        state === 'ready'
          ? this.#part(view)
          : state === 'failed'
            ? partFailure(strings, this.#retry)
            : formSkeleton(strings)
      }
    `
  }

  #part(view: PartView): TemplateResult {
    if (view.view === 'details') return this.#details(view.client_id)
    return this.#form(view.view === 'edit' ? view.client_id : undefined)
  }

  #details(clientId: string): TemplateResult {
    return html`<oauth-app-details
      .api=${this.api}
      .fetch=${this.fetch}
      .config=${this.config ?? this.list?.config}
      .clientId=${clientId}
      @oauth-app-edit=${this.#onEdit}
      @oauth-app-enabled=${this.#onStored}
      @oauth-app-disabled=${this.#onStored}
      @oauth-app-restored=${this.#onStored}
      @oauth-app-reassigned=${this.#onStored}
      @oauth-app-deleted=${this.#onDeleted}
    ></oauth-app-details>`
  }

  #form(clientId: string | undefined): TemplateResult {
    return html`<oauth-app-form
      .api=${this.api}
      .fetch=${this.fetch}
      .config=${this.config ?? this.list?.config}
      .clientId=${clientId}
      @oauth-app-created=${this.#onStored}
      @oauth-app-saved=${this.#onStored}
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
    this.#go(this.#parent)
  }

  /** Back and Cancel: asks first where something would be lost. */
  readonly #leave = async (): Promise<void> => {
    if (!this.dirty) {
      this.#toParent()
      return
    }
    const { apps } = this.locale.strings
    await this.#confirm.ask({
      title: apps.discardTitle,
      body: apps.discardText,
      confirm: apps.discardConfirm,
      cancel: apps.discardBack,
      danger: true,
      action: async () => {
        await Promise.resolve()
        this.#toParent()
      },
      explain: () => '',
    })
  }

  #go(view: OauthAppsView): void {
    this.view = view
    emit(this, 'oauth-apps-view-change', view)
  }

  /** A view that takes another's place takes its focus too, so that a keyboard or a screen reader goes on from there. */
  #moveFocus(previous: OauthAppsView): void {
    if (this.view.view !== 'list') this.#focusBack()
    else void this.list?.focusApp('client_id' in previous ? previous.client_id : undefined)
  }

  #focusBack(): void {
    this.renderRoot.querySelector<HTMLElement>('.back')?.focus()
  }
}
