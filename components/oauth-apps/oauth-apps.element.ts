import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ApiElement } from '../internal/api-element.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { glyphs } from '../internal/glyphs.js'
import '../oauth-app-form/form-events.js'
import { formSkeleton } from '../oauth-app-form/form-skeleton.js'
import { skeletonStyles } from '../oauth-app-form/form-skeleton.styles.js'
import type { OauthAppForm } from '../oauth-app-form/oauth-app-form.element.js'
import type { OauthAppList } from '../oauth-app-list/oauth-app-list.element.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { styles } from './oauth-apps.styles.js'
import { partFailure } from './part-failure.js'
import { PartLoader } from './part-loader.js'
import { partAhead, parts, type PartView } from './parts.js'

/** What the page shows: the list, the form for a new app, or the form of one. */
export type OauthAppsView =
  { readonly view: 'list' } | { readonly view: 'create' } | { readonly view: 'edit'; readonly client_id: string }

declare global {
  interface HTMLElementEventMap {
    'oauth-apps-view-change': CustomEvent<OauthAppsView>
  }
}

/**
 * The whole page in one tag: the list of apps, the form to register and edit them, and their dialogs. The form is loaded
 * when somebody is about to use it, unless the page has registered it already.
 *
 * @fires oauth-apps-view-change - A person went to another view; `detail` is the value for {@link view}. Bubbles, composed.
 * @slot empty - A link to documentation, shown while there are no apps.
 */
export class OauthApps extends ApiElement {
  static override styles = [tokens, buttons, fields, dialogs, skeletonStyles, styles]

  /** What is shown. A host that keeps it in its address sets it here, and hears of changes by event. */
  @property({ attribute: false }) view: OauthAppsView = { view: 'list' }

  @query('oauth-app-list') private readonly list!: OauthAppList | null
  @query('oauth-app-form') private readonly form!: OauthAppForm | null

  readonly #confirm = new ConfirmController(this)
  readonly #parts = new PartLoader(this)

  /** Whether the form holds changes that leaving would lose. */
  get dirty(): boolean {
    return this.form?.dirty ?? false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.#load()
  }

  protected override updated(changed: PropertyValues<this>): void {
    const previous = changed.get('view')
    if (previous && previous.view !== this.view.view) this.#moveFocus(previous)
  }

  protected override render(): TemplateResult {
    const { view } = this
    return html`
      <oauth-app-list
        ?hidden=${view.view !== 'list'}
        .api=${this.api}
        .fetch=${this.fetch}
        .config=${this.config}
        @oauth-app-register=${() => {
          this.#go({ view: 'create' })
        }}
        @oauth-app-open=${this.#onEdit}
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
      <button type="button" class="button plain back" @click=${this.#leave}>${glyphs.back}${strings.apps.back}</button>
      ${
        state === 'ready'
          ? this.#form(view.view === 'edit' ? view.client_id : undefined)
          : state === 'failed'
            ? partFailure(strings, this.#retry)
            : formSkeleton(strings)
      }
    `
  }

  #form(clientId: string | undefined): TemplateResult {
    return html`<oauth-app-form
      .api=${this.api}
      .fetch=${this.fetch}
      .config=${this.config ?? this.list?.config}
      .clientId=${clientId}
      @oauth-app-created=${this.#onStored}
      @oauth-app-saved=${this.#onStored}
      @oauth-app-form-done=${this.#toList}
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

  readonly #onEdit = (event: HTMLElementEventMap['oauth-app-edit']): void => {
    this.#go({ view: 'edit', client_id: event.detail.app.client_id })
  }

  readonly #onStored = (event: HTMLElementEventMap['oauth-app-saved']): void => {
    this.list?.keepApp(event.detail.app)
  }

  readonly #toList = (): void => {
    this.#go({ view: 'list' })
  }

  /** Back and Cancel: asks first where something would be lost. */
  readonly #leave = async (): Promise<void> => {
    if (!this.dirty) {
      this.#toList()
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
        this.#toList()
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
    else void this.list?.focusApp(previous.view === 'edit' ? previous.client_id : undefined)
  }

  #focusBack(): void {
    this.renderRoot.querySelector<HTMLElement>('.back')?.focus()
  }
}
