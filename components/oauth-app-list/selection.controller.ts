import type { ReactiveControllerHost } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'

type Rows = readonly AppSummary[]

/** How much of the rows is selected. */
export type RowsSelected = 'none' | 'some' | 'all'

/** Apps that a person has picked: by client ID, so that they stay picked whatever the list shows meanwhile. */
export class SelectionController {
  readonly #host: ReactiveControllerHost
  readonly #apps = new Map<string, AppSummary>()
  /** Where a range begins. */
  #anchor: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  get size(): number {
    return this.#apps.size
  }

  /** As they were when they were last seen. */
  get apps(): AppSummary[] {
    return [...this.#apps.values()]
  }

  has({ client_id }: AppSummary): boolean {
    return this.#apps.has(client_id)
  }

  /** How many are selected, but not among the rows. */
  countOutside(rows: Rows): number {
    return this.size - rows.filter((app) => this.has(app)).length
  }

  of(rows: Rows): RowsSelected {
    const count = rows.filter((app) => this.has(app)).length
    if (count === 0) return 'none'
    return count === rows.length ? 'all' : 'some'
  }

  /** @param range makes all rows from the one that was picked before alike. */
  toggle(app: AppSummary, rows: Rows, range: boolean): void {
    const selected = !this.has(app)
    const from = range ? rows.findIndex(({ client_id }) => client_id === this.#anchor) : -1
    const to = rows.findIndex(({ client_id }) => client_id === app.client_id)
    const reached = from < 0 || to < 0 ? [app] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    this.set(reached, selected)
    this.#anchor = app.client_id
  }

  set(apps: Rows, selected: boolean): void {
    for (const app of apps) {
      if (selected) this.#apps.set(app.client_id, app)
      else this.#apps.delete(app.client_id)
    }
    this.#host.requestUpdate()
  }

  clear(): void {
    this.#anchor = undefined
    this.set(this.apps, false)
  }

  /** Takes over what is known of apps now; those that are not selected stay so. */
  follow(apps: Rows): void {
    for (const app of apps) if (this.has(app)) this.#apps.set(app.client_id, app)
  }
}
