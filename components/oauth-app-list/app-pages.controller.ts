import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AppPage } from '../../plugin/contract/app-list.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import { pageSize } from '../../plugin/contract/app-values.js'

/** Which page is read: the first without a cursor; of the usual size without a limit. */
export interface PagePlace {
  readonly cursor?: string
  readonly limit?: number
}

export type ReadPage = (place: PagePlace, signal: AbortSignal) => Promise<AppPage>

/** The first page takes the place of all rows, further ones come after them; `again` reads all that are there anew. */
type Step = 'first' | 'more' | 'again'

/**
 * Holds the rows and loads them a page at a time. A new load ends the one before, whose answer is ignored even where
 * it comes all the same; a change made while a page is on its way is newer than what that page says.
 */
export class AppPagesController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #apps: readonly AppSummary[] | undefined
  #cursor: string | null = null
  #read: ReadPage | undefined
  #request: AbortController | undefined
  #loading: Step | undefined
  #failure: { readonly step: Step; readonly error: unknown } | undefined
  #interrupted = false
  readonly #changes = new Map<string, AppSummary | 'removed'>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** `undefined` until the first page is there, and when it could not be loaded. */
  get apps(): readonly AppSummary[] | undefined {
    return this.#apps
  }

  get hasMore(): boolean {
    return this.#cursor !== null
  }

  get loading(): Step | undefined {
    return this.#loading
  }

  get failure(): { readonly step: Step; readonly error: unknown } | undefined {
    return this.#failure
  }

  hostConnected(): void {
    if (this.#interrupted) void this.#load(this.#apps ? 'again' : 'first')
  }

  hostDisconnected(): void {
    this.#interrupted = this.#loading === 'first' || this.#loading === 'again'
    this.#stop()
  }

  /** Shows rows that were not loaded. */
  show(apps: readonly AppSummary[] | undefined): void {
    this.#stop()
    this.#read = undefined
    this.#apps = apps
    this.#cursor = null
    this.#failure = undefined
    this.#host.requestUpdate()
  }

  async load(read: ReadPage): Promise<void> {
    this.#read = read
    await this.#load('first')
  }

  /** Reads as many rows as there are anew, which stay until those have come, so that nothing jumps. */
  async loadAgain(read: ReadPage): Promise<void> {
    this.#read = read
    await this.#load('again')
  }

  /** How many rows came. */
  async loadMore(): Promise<number> {
    const before = this.#apps?.length ?? 0
    if (this.#loading || this.#cursor === null || !(await this.#load('more'))) return 0
    return (this.#apps?.length ?? 0) - before
  }

  /** Puts an app in its place, or first where it has none. */
  keep(app: AppSummary): void {
    this.update(app)
    if (!this.#apps || this.#apps.includes(app)) return
    this.#apps = [app, ...this.#apps]
  }

  /** Puts an app in its place, where it has one. */
  update(app: AppSummary): void {
    this.#changes.set(app.client_id, app)
    this.#apps = this.#apps?.map((other) => (other.client_id === app.client_id ? app : other))
    this.#host.requestUpdate()
  }

  /** The place that the app had. */
  remove(clientId: string): number | undefined {
    this.#changes.set(clientId, 'removed')
    const place = this.#apps?.findIndex(({ client_id }) => client_id === clientId)
    this.#apps = this.#apps?.filter(({ client_id }) => client_id !== clientId)
    // What is left is not all that there is.
    if (this.#apps?.length === 0 && this.hasMore) void this.#load('first')
    this.#host.requestUpdate()
    return place
  }

  /** Whether the page came, and was still wanted. */
  async #load(step: Step): Promise<boolean> {
    const read = this.#read
    if (!read) return false
    this.#stop()
    const request = new AbortController()
    this.#request = request
    this.#loading = step
    this.#failure = undefined
    this.#changes.clear()
    this.#host.requestUpdate()
    try {
      const page = await this.#readFor(step, read, request.signal)
      if (this.#request !== request) return false
      this.#add(step, page)
    } catch (error) {
      if (this.#request !== request) return false
      this.#failure = { step, error }
      if (step === 'first') this.#apps = undefined
    }
    this.#stop()
    this.#host.requestUpdate()
    return !this.#failure
  }

  async #readFor(step: Step, read: ReadPage, signal: AbortSignal): Promise<AppPage> {
    if (step !== 'again') return read(step === 'more' && this.#cursor !== null ? { cursor: this.#cursor } : {}, signal)
    const wanted = this.#apps?.length ?? 0
    const items: AppSummary[] = []
    let cursor: string | null = null
    do {
      const limit = Math.min(wanted - items.length, pageSize.max)
      const place = { ...(cursor !== null && { cursor }), ...(limit > pageSize.default && { limit }) }
      const page: AppPage = await read(place, signal)
      items.push(...page.items)
      cursor = page.next_cursor
    } while (cursor !== null && items.length < wanted)
    return { items, next_cursor: cursor }
  }

  #add(step: Step, { items, next_cursor }: AppPage): void {
    const before = step === 'more' ? (this.#apps ?? []) : []
    const known = new Set(before.map(({ client_id }) => client_id))
    // A row whose sort key changed meanwhile may come a second time.
    const added = items.filter(({ client_id }) => !known.has(client_id)).flatMap((app) => this.#latest(app))
    this.#apps = [...before, ...added]
    this.#cursor = next_cursor
  }

  #latest(app: AppSummary): AppSummary[] {
    const change = this.#changes.get(app.client_id)
    if (change === 'removed') return []
    return [change && change.updated_at >= app.updated_at ? change : app]
  }

  #stop(): void {
    this.#request?.abort()
    this.#request = undefined
    this.#loading = undefined
  }
}
