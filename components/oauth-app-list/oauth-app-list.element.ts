import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppSort, AppStatus } from '../../plugin/contract/app-values.js'
import { ApiElement } from '../internal/api-element.js'
import type { Notice } from '../internal/app-actions/app-actions-host.js'
import { AppActions } from '../internal/app-actions/app-actions.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { CopyController } from '../internal/copy.controller.js'
import { emit } from '../internal/emit.js'
import { glyphs } from '../internal/glyphs.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { AppPagesController } from './app-pages.controller.js'
import { appTable } from './app-table.js'
import { emptyState, errorState, moreRows, noMatchState } from './list-states.js'
import { listToolbar } from './list-toolbar.js'
import type { AppListFilter } from './oauth-app-list.events.js'
import { styles } from './oauth-app-list.styles.js'
import { SearchController } from './search.controller.js'

/** What is under the toolbar. */
type View = 'loading' | 'error' | 'empty' | 'no-match' | 'rows'

/** The properties that say what to load. */
const loadedFrom = ['api', 'fetch', 'apps', 'q', 'status', 'sort'] as const

/**
 * The apps that the caller may see, with all that can be done to one of them.
 *
 * The events that end in `-enable`, `-disable`, `-delete` and `-rotate-secret` come after the person has agreed and
 * before the request; a host that prevents one does it in its own way. No event carries a secret.
 *
 * @fires oauth-app-list-change - A person searched, filtered or sorted; `detail` is `{q, status, sort}`. Bubbles, composed.
 * @fires oauth-app-register - A person wants to register an app. Bubbles, composed.
 * @fires oauth-app-open - A person opened `detail.app`. Bubbles, composed.
 * @fires oauth-app-edit - A person wants to edit `detail.app`. Bubbles, composed.
 * @fires oauth-app-enable - `detail.app` is about to be enabled. Bubbles, composed, cancelable.
 * @fires oauth-app-enabled - `detail.app` was enabled. Bubbles, composed.
 * @fires oauth-app-disable - `detail.app` is about to be disabled. Bubbles, composed, cancelable.
 * @fires oauth-app-disabled - `detail.app` was disabled. Bubbles, composed.
 * @fires oauth-app-delete - `detail.app` is about to be deleted. Bubbles, composed, cancelable.
 * @fires oauth-app-deleted - `detail.app` was deleted. Bubbles, composed.
 * @fires oauth-app-rotate-secret - `detail.app` is about to get a new secret. Bubbles, composed, cancelable.
 * @fires oauth-app-secret-rotated - `detail.app` got a new secret. Bubbles, composed.
 * @slot empty - A link to documentation, shown while there are no apps.
 */
export class OauthAppList extends ApiElement {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, styles]

  /** The rows to show where there is no server to ask; nothing is loaded then. */
  @property({ attribute: false }) apps: readonly AppSummary[] | undefined

  /** What is searched for: the beginning of any word of the name, or of the client ID. */
  @property() q = ''

  /** The status that is shown; all of them when absent. */
  @property() status: AppStatus | undefined

  /** The order of the rows. */
  @property() sort: AppSort = '-created_at'

  readonly #pages = new AppPagesController(this)
  readonly #confirm = new ConfirmController(this)
  readonly #copy = new CopyController(this)
  readonly #search = new SearchController(this, (q) => {
    if (q !== this.q) this.#change({ q })
  })
  readonly #actions = new AppActions({
    element: this,
    confirm: this.#confirm,
    client: () => this.client,
    config: () => this.config,
    locale: this.locale,
    say: (notice) => this.#say(notice),
    keep: (app) => this.#pages.keep(app),
    remove: ({ client_id }) => {
      const place = this.#pages.remove(client_id) ?? 0
      return () => void this.#focusRow(place)
    },
    showOnce: (credentials) => {
      const element = this.renderRoot.querySelector('oauth-app-credentials')
      if (element) element.credentials = credentials
    },
  })

  #notice: Notice | undefined

  /** Loads the first page again. */
  async reload(): Promise<void> {
    const { client, q, status, sort } = this
    this.#notice = undefined
    if (this.apps || !client) {
      this.#pages.show(this.apps)
      return
    }
    await this.#pages.load(async (cursor, signal) => {
      const query = { q, status, sort, ...(cursor !== null && { cursor }) }
      const [{ data }] = await Promise.all([client.call('listApps', { query, signal }), this.loadConfig()])
      return data
    })
  }

  /** Shows an app as it is now, in its place; one that is not in the list comes first. */
  keepApp(app: AppSummary): void {
    this.#pages.keep(app)
  }

  /** Puts the focus on an app of the list, or else on the first control. */
  async focusApp(clientId?: string): Promise<void> {
    await this.updateComplete
    const name = clientId === undefined ? null : this.#find(`[data-client-id="${CSS.escape(clientId)}"] .name`)
    ;(name ?? this.#find('.register') ?? this.#find('input') ?? this.#find('button'))?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('q')) this.#search.follow(this.q)
    if (loadedFrom.some((name) => changed.has(name))) void this.reload()
    const toolbarGoes = this.#view === 'empty' && this.shadowRoot?.activeElement?.closest('.toolbar')
    if (toolbarGoes) void this.#focusRow(0)
  }

  protected override render(): TemplateResult {
    const view = this.#view
    return html`
      <div class="container">
        ${view === 'empty' ? nothing : this.#toolbar()} ${this.#summary(view)}
        <section class="results" tabindex="-1" aria-label=${this.locale.strings.list.title}>
          ${this.#content(view)}
        </section>
      </div>
      ${this.#confirm.render()}
      <oauth-app-credentials modal @oauth-app-credentials-dismissed=${this.#onRotated}></oauth-app-credentials>
    `
  }

  get #view(): View {
    const { apps, failure } = this.#pages
    if (failure?.step === 'first') return 'error'
    if (!apps) return 'loading'
    if (apps.length > 0) return 'rows'
    if (this.#pages.loading) return 'loading'
    return this.q === '' && this.status === undefined ? 'empty' : 'no-match'
  }

  #toolbar(): TemplateResult {
    return listToolbar({
      strings: this.locale.strings,
      search: this.#search,
      status: this.status,
      sort: this.sort,
      register: this.#register,
      change: (filter) => this.#change(filter),
    })
  }

  /** One line for what is shown and what was just done, in a place that is always there. */
  #summary(view: View): TemplateResult {
    const { common, list } = this.locale.strings
    const { text, failed } = this.#notice ?? {}
    const count = view === 'rows' || view === 'no-match' ? list.shown(this.#pages.apps?.length ?? 0) : ''
    return html`<div class="summary ${view}">
      <p role="status">${failed ? '' : (text ?? (view === 'loading' ? common.loading : count))}</p>
      <p role="alert" class="fault faults">
        ${failed ? html`${glyphs.alert}<span class="fault-text">${text}</span>` : nothing}
      </p>
    </div>`
  }

  #content(view: View): TemplateResult {
    const { strings } = this.locale
    if (view === 'error') return errorState(strings, this.#pages.failure?.error, this.#retry)
    if (view === 'empty') return emptyState(strings, this.#register)
    if (view === 'no-match') return noMatchState(strings, this.#clearFilters)
    const { apps, loading } = this.#pages
    const table = appTable(view === 'rows' ? apps : undefined, {
      locale: this.locale,
      copy: this.#copy,
      actions: this.#actions,
      open: (app) => emit(this, 'oauth-app-open', { app }),
      busy: view === 'loading' || loading === 'first',
      sort: this.sort,
    })
    return html`${table} ${this.#more()}`
  }

  #more(): TemplateResult | typeof nothing {
    const { hasMore, loading, failure } = this.#pages
    if (!hasMore) return nothing
    const error = failure?.step === 'more' ? failure.error : undefined
    return moreRows(this.locale.strings, { loading: loading === 'more', error, load: this.#loadMore })
  }

  #change(filter: Partial<AppListFilter>): void {
    Object.assign(this, filter)
    const { q, status, sort } = this
    emit(this, 'oauth-app-list-change', { q, status, sort })
  }

  #say(notice: Notice): void {
    this.#notice = notice
    this.requestUpdate()
  }

  readonly #onRotated = ({ detail }: HTMLElementEventMap['oauth-app-credentials-dismissed']): void => {
    const rotated = this.#pages.apps?.find(({ client_id }) => client_id === detail.client_id)
    if (rotated) this.#say({ text: this.locale.strings.actions.rotated(rotated.client_name) })
  }

  get #register(): (() => void) | undefined {
    return this.config?.caller.can_create ? () => emit(this, 'oauth-app-register', null) : undefined
  }

  readonly #clearFilters = (): void => {
    this.#find('input')?.focus()
    this.#change({ q: '', status: undefined })
  }

  readonly #retry = (): void => {
    this.#find('.results')?.focus()
    void this.reload()
  }

  /** The focus stays on the button, and goes on to the first new row when there is nothing more to load. */
  readonly #loadMore = async (): Promise<void> => {
    const place = this.#pages.apps?.length ?? 0
    const button = this.#find('.load-more')
    const count = await this.#pages.loadMore()
    if (count === 0) return
    this.#say({ text: this.locale.strings.list.shownMore(place + count, count) })
    await this.updateComplete
    if (!button?.isConnected && !this.shadowRoot?.activeElement) await this.#focusRow(place)
  }

  async #focusRow(place: number): Promise<void> {
    await this.updateComplete
    const names = this.renderRoot.querySelectorAll<HTMLElement>('.row .name')
    const target = names[Math.min(place, names.length - 1)] ?? this.#find('.register') ?? this.#find('.results')
    target?.focus()
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector)
  }
}
