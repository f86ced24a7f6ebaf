import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { BulkResult } from '../../plugin/contract/bulk.js'
import type { BulkAction } from '../../plugin/contract/bulk-values.js'
import type { Config } from '../../plugin/contract/config.js'
import type { ApiClient } from '../internal/api-client.js'
import type { Notice } from '../internal/app-actions/app-actions-host.js'
import { emit } from '../internal/emit.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { AppPagesController, ReadPage } from './app-pages.controller.js'
import { isSelectable } from './bulk-actions.js'
import type * as Bulk from './bulk/bulk.js'
import type { BulkController } from './bulk/bulk.controller.js'
import type { BulkRun } from './bulk/bulk-run.js'
import { MatchCollector } from './match-collector.js'
import { SelectionController } from './selection.controller.js'

/** What selecting needs of the list. */
export interface ListSelectionHost {
  readonly element: ReactiveControllerHost & HTMLElement
  readonly pages: AppPagesController
  readonly locale: LocaleController
  client(): ApiClient | undefined
  config(): Config | undefined
  /** Whether apps can be selected: `undefined` where what the caller may do decides. */
  wanted(): boolean | undefined
  /** Reads what the list shows; `undefined` where there is no server. */
  reader(): ReadPage | undefined
  say(notice: Notice): void
  /** Puts the focus where it can go on, once it is known that what had it is gone. */
  focus(): void
}

/** What is selected, how all that match come to be, and what is done to them together. */
export class ListSelection {
  readonly picked: SelectionController
  readonly matches: MatchCollector
  readonly #host: ListSelectionHost
  #part: typeof Bulk | undefined
  #bulk: BulkController | undefined

  constructor(host: ListSelectionHost) {
    this.#host = host
    this.picked = new SelectionController(host.element)
    this.matches = new MatchCollector(host.element)
  }

  /** Whether apps can be selected at all. */
  get wanted(): boolean {
    return this.#host.wanted() ?? this.#host.client() !== undefined
  }

  /** The rows that can be selected. */
  get rows(): readonly AppSummary[] {
    return this.wanted ? (this.#host.pages.apps ?? []).filter((app) => this.takes(app)) : []
  }

  /** Whether every row that can be is selected, and others that match are not loaded. */
  get mayGrow(): boolean {
    const { rows } = this
    return rows.length > 0 && this.picked.of(rows) === 'all' && this.#host.pages.hasMore
  }

  takes(app: AppSummary): boolean {
    return isSelectable(app, this.#host.config())
  }

  toggle(app: AppSummary, range: boolean): void {
    this.matches.cancel()
    this.picked.toggle(app, this.rows, range)
    void this.#load().catch(() => undefined)
  }

  readonly toggleRows = (): void => {
    this.matches.cancel()
    this.picked.set(this.rows, this.picked.of(this.rows) !== 'all')
    void this.#load().catch(() => undefined)
  }

  readonly clear = (): void => {
    this.matches.cancel()
    this.picked.clear()
    this.#host.focus()
  }

  /** Escape gives up what is selected, where it is not for something nearer. */
  readonly onKeydown = ({ key, target, defaultPrevented }: KeyboardEvent): void => {
    const nearer = target instanceof Element && target.matches('input[type=search], select')
    if (key === 'Escape' && !defaultPrevented && !nearer && this.picked.size > 0) this.clear()
  }

  readonly selectMatching = async (): Promise<void> => {
    const read = this.#host.reader()
    if (!read) return
    const apps = await this.matches.collect(read, (app) => this.takes(app))
    if (apps) this.picked.set(apps, true)
    this.#host.focus()
  }

  readonly act = async (action: BulkAction): Promise<void> => {
    try {
      const { BulkController } = await this.#load()
      this.#bulk ??= new BulkController({
        element: this.#host.element,
        client: () => this.#host.client(),
        config: () => this.#host.config(),
        took: (action, results) => this.#took(action, results),
        closed: (run) => this.#closed(run),
      })
    } catch {
      this.#host.say({ text: this.#host.locale.strings.apps.loadFailed, failed: true })
      return
    }
    await this.#bulk.ask(action, this.picked.apps)
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#bulk && this.#part ? this.#part.bulkDialog(this.#bulk, this.#host.locale) : nothing
  }

  /** What is done to many is loaded when somebody selects one. */
  async #load(): Promise<typeof Bulk> {
    this.#part ??= await import('./bulk/bulk.js')
    return this.#part
  }

  /** Each is shown in its place as it is now. Selected is no longer what went well, nor what nothing can be done to any more. */
  #took(action: BulkAction, results: readonly BulkResult[]): void {
    const { pages } = this.#host
    for (const { client_id, code, app } of results) {
      if (app) pages.update(app)
      if (code === null && action === 'delete') pages.remove(client_id)
    }
    const isOver = ({ code, app }: BulkResult): boolean => code === null || (app !== null && !this.takes(app))
    const over = new Set(results.filter(isOver).map(({ client_id }) => client_id))
    this.picked.set(
      this.picked.apps.filter(({ client_id }) => over.has(client_id)),
      false,
    )
  }

  #closed(run: BulkRun | undefined): void {
    const { element, locale } = this.#host
    this.#host.focus()
    if (!run || !this.#part) return
    if (run.done.length > 0) this.#host.say({ text: this.#part.doneText(run, locale) })
    const failed = [...run.failures.map(({ app }) => app), ...run.notBegun]
    emit(element, 'oauth-app-bulk-done', { action: run.task.action, done: run.done, failed })
  }
}
