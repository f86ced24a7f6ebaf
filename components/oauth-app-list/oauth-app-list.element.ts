import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { Notice } from '../internal/app-actions/app-actions-host.js'
import { AppActions } from '../internal/app-actions/app-actions.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { CopyController } from '../internal/copy.controller.js'
import { emit } from '../internal/emit.js'
import { RelativeTimeController } from '../internal/relative-time.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { AppPagesController, type ReadPage } from './app-pages.controller.js'
import { appTable } from './app-table.js'
import { everyApp, isNarrowed, queryOf, type AppListFilter } from './list-filter.js'
import { listFilters } from './list-filters.js'
import { ListFocus } from './list-focus.js'
import { ListProperties } from './list-properties.js'
import { ListSelection } from './list-selection.js'
import { emptyState, errorState, moreRows, noMatchState, type ListView } from './list-states.js'
import { ListSummary } from './list-summary.js'
import { listToolbar } from './list-toolbar.js'
import type { AppListState } from './oauth-app-list.events.js'
import { styles } from './oauth-app-list.styles.js'
import { SearchController } from './search.controller.js'
import { selectedText, selectionBar } from './selection-bar.js'

/**
 * The apps that the caller may see, with all that can be done to one of them, or to several.
 *
 * The events that end in `-enable`, `-disable`, `-delete`, `-rotate-secret` and `-bulk` come after the person has agreed
 * and before the request; a host that prevents one does it in its own way. No event carries a secret.
 *
 * @fires oauth-app-list-change - A person searched, filtered, sorted or chose columns; `detail` has all of these by the
 *   names of the properties, so that `Object.assign(list, detail)` brings them back. Bubbles, composed.
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
 * @fires oauth-app-bulk - `detail.action` is about to be done to all of `detail.apps`. Bubbles, composed, cancelable.
 * @fires oauth-app-bulk-done - `detail.action` was done to `detail.done`, and not to `detail.failed`. Bubbles, composed.
 * @slot empty - A link to documentation, shown while there are no apps.
 */
export class OauthAppList extends ListProperties {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, styles]

  readonly #pages = new AppPagesController(this)
  readonly #confirm = new ConfirmController(this)
  readonly #copy = new CopyController(this)
  readonly #times = new RelativeTimeController(this, this.locale)
  readonly #focus = new ListFocus(this)
  readonly #summary = new ListSummary(this)
  readonly #search = new SearchController(this, (q) => {
    if (q !== this.q) this.#change({ q })
  })
  /** What acting on apps needs, be it one or several. */
  readonly #acting = {
    element: this,
    locale: this.locale,
    client: () => this.client,
    config: () => this.config,
    say: (notice: Notice) => this.#summary.say(notice),
  }
  readonly #actions = new AppActions({
    ...this.#acting,
    confirm: this.#confirm,
    keep: (app) => void this.#focus.alongWith(app.client_id, () => this.keepApp(app)),
    remove: (app) => {
      const place = this.#remove(app)
      return () => void this.#focus.row(place)
    },
    showOnce: (credentials) => {
      const element = this.renderRoot.querySelector('oauth-app-credentials')
      if (element) element.credentials = credentials
    },
  })
  readonly #selection = new ListSelection({
    ...this.#acting,
    pages: this.#pages,
    wanted: () => this.selectable,
    reader: () => this.#reader,
    focus: () => void this.#focus.ifLost(),
  })

  /** Loads what is shown again; as many rows as there are stay until those have come. */
  async reload(): Promise<void> {
    await this.#load((this.#pages.apps?.length ?? 0) > 0)
  }

  /** Shows an app as it is now, in its place; one that is not in the list comes first. */
  keepApp(app: AppSummary): void {
    if (this.status !== 'deleted' || app.deleted_at !== undefined) this.#pages.keep(app)
    else void this.#focus.row(this.#remove(app), true)
  }

  /** Takes an app away that was deleted elsewhere. */
  dropApp(app: AppSummary): void {
    this.#remove(app)
  }

  /** Puts the focus on an app of the list, or else on the first control; scrolled as it was when somebody went away. */
  async focusApp(clientId?: string): Promise<void> {
    await this.#focus.back(clientId)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('q')) this.#search.follow(this.q)
    const filtered = this.filterChanged(changed)
    if (filtered) this.#selection.matches.cancel()
    if (filtered || changed.has('api') || changed.has('fetch') || changed.has('apps')) void this.#load(false)
    this.#selection.picked.follow(this.#pages.apps ?? [])
    if (this.#view === 'empty' && this.#focus.isIn('.head, .filters, .filters-button')) void this.#focus.row(0)
  }

  protected override render(): TemplateResult {
    const view = this.#view
    const { locale } = this
    const selection = this.#selection
    const selects = selection.picked.size > 0
    return html`
      <div class="container" @keydown=${this.#selection.onKeydown}>
        ${view === 'empty' ? nothing : this.#head(selects)} ${this.#summary.render(view, this.#pages, locale.strings)}
        <p class="visually-hidden" role="status">${selects ? selectedText(selection, locale) : ''}</p>
        <section class="results" tabindex="-1" aria-label=${locale.strings.list.title}>${this.#content(view)}</section>
      </div>
      ${this.#confirm.render()} ${selection.dialog()}
      <oauth-app-credentials modal @oauth-app-credentials-dismissed=${this.#onRotated}></oauth-app-credentials>
    `
  }

  get #view(): ListView {
    const { apps, failure, loading } = this.#pages
    if (failure?.step === 'first') return 'error'
    if (!apps) return 'loading'
    if (apps.length > 0) return 'rows'
    if (loading) return 'loading'
    return isNarrowed(this.filter) ? 'no-match' : 'empty'
  }

  #head(selects: boolean): TemplateResult {
    const { locale, config, filter, sort, columns } = this
    const { strings } = locale
    const toolbar = listToolbar({
      strings,
      search: this.#search,
      sort,
      columns,
      replaced: selects,
      register: this.#register,
      sortBy: this.#sortBy,
      showColumns: (columns) => this.#change({ columns }),
    })
    const bar = selects ? selectionBar({ selection: this.#selection, locale, config }) : nothing
    return html`<div class="head">${toolbar} ${bar}</div>
      ${listFilters({ strings, filter, config, change: this.#narrow })}`
  }

  #content(view: ListView): TemplateResult {
    const { locale, config, sort, columns } = this
    const { strings } = locale
    if (view === 'error') return errorState(strings, this.#pages.failure?.error, this.#retry)
    if (view === 'empty') return emptyState({ strings, config, register: this.#register, change: this.#narrow })
    if (view === 'no-match') return noMatchState(strings, this.#clearFilters)
    const { apps, loading } = this.#pages
    const selects = view === 'loading' ? this.#selection.wanted : this.#selection.rows.length > 0
    const table = appTable(view === 'rows' ? apps : undefined, {
      locale,
      config,
      columns,
      sort,
      times: this.#times,
      copy: this.#copy,
      actions: this.#actions,
      selection: selects ? this.#selection : undefined,
      sortBy: this.#sortBy,
      open: (app) => emit(this, 'oauth-app-open', { app }),
      busy: view === 'loading' || loading === 'first' || loading === 'again',
    })
    return html`${table} ${moreRows(strings, this.#pages, this.#loadMore)}`
  }

  get #reader(): ReadPage | undefined {
    const { client, filter } = this
    if (this.apps || !client) return undefined
    return async (place, signal) => {
      const query = { ...queryOf(filter), ...place }
      const [{ data }] = await Promise.all([client.call('listApps', { query, signal }), this.loadConfig()])
      return data
    }
  }

  async #load(again: boolean): Promise<void> {
    const read = this.#reader
    this.#summary.say(undefined)
    if (!read) this.#pages.show(this.apps)
    else await (again ? this.#pages.loadAgain(read) : this.#pages.load(read))
  }

  /** The place that the app had. */
  #remove(app: AppSummary): number {
    this.#selection.picked.set([app], false)
    return this.#pages.remove(app.client_id) ?? 0
  }

  #change(state: Partial<AppListState>): void {
    Object.assign(this, state)
    emit(this, 'oauth-app-list-change', { ...this.filter, columns: this.columns })
  }

  readonly #narrow = (filter: Partial<AppListFilter>): void => this.#change(filter)

  readonly #sortBy = (sort: AppListState['sort']): void => this.#change({ sort })

  readonly #onRotated = ({ detail }: HTMLElementEventMap['oauth-app-credentials-dismissed']): void => {
    const app = this.#pages.apps?.find(({ client_id }) => client_id === detail.client_id)
    if (app) this.#summary.say({ text: this.locale.strings.actions.rotated(app.client_name) })
  }

  get #register(): (() => void) | undefined {
    return this.config?.caller.can_create ? () => emit(this, 'oauth-app-register', null) : undefined
  }

  readonly #clearFilters = (): void => {
    this.#focus.search()
    this.#change(everyApp)
  }

  readonly #retry = (): void => {
    this.#focus.results?.focus()
    void this.reload()
  }

  /** The focus stays on the button, and goes on to the first new row when there is nothing more to load. */
  readonly #loadMore = async (): Promise<void> => {
    const place = this.#pages.apps?.length ?? 0
    const count = await this.#pages.loadMore()
    if (count === 0) return
    this.#summary.say({ text: this.locale.strings.list.shownMore(place + count, count) })
    await this.#focus.row(place, true)
  }
}
