import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { EventAction, EventFormat } from '../../../plugin/contract/event-values.js'
import type { AppEventLine, EventPage } from '../../../plugin/contract/events.js'
import type { ApiClient } from '../../internal/api-client.js'

/** Whose activity it is, and who knows it. */
export interface ActivitySource {
  readonly clientId: string
  readonly client: ApiClient
}

/** What is under way, and what failed: the first page, a further one, or a file. */
export type ActivityStep = 'first' | 'more' | 'file'

/** The audit log of one app, a page at a time. A new load ends the one before, whose answer is ignored. */
export class ActivityController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #source: ActivitySource | undefined
  #lines: readonly AppEventLine[] | undefined
  #cursor: string | null = null
  #action: EventAction | undefined
  #request: AbortController | undefined
  #step: ActivityStep | undefined
  #failure: { readonly step: ActivityStep; readonly error: unknown } | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** `undefined` until the first page is there. */
  get lines(): readonly AppEventLine[] | undefined {
    return this.#lines
  }

  /** The only kind that is shown; all of them when absent. */
  get action(): EventAction | undefined {
    return this.#action
  }

  get hasMore(): boolean {
    return this.#cursor !== null
  }

  get step(): ActivityStep | undefined {
    return this.#step
  }

  get failure(): { readonly step: ActivityStep; readonly error: unknown } | undefined {
    return this.#failure
  }

  /** Whether there is a server to ask for other lines than those that are shown. */
  get canAsk(): boolean {
    return this.#source !== undefined
  }

  hostDisconnected(): void {
    this.#request?.abort()
    this.#step = undefined
  }

  /** Shows lines that were not loaded. */
  show(lines: readonly AppEventLine[] | undefined): void {
    this.#request?.abort()
    this.#source = undefined
    this.#lines = lines
    this.#cursor = null
    this.#step = undefined
    this.#failure = undefined
    this.#host.requestUpdate()
  }

  async follow(source: ActivitySource): Promise<void> {
    if (source.clientId !== this.#source?.clientId) {
      this.#lines = undefined
      this.#action = undefined
    }
    this.#source = source
    await this.reload()
  }

  async filter(action: EventAction | undefined): Promise<void> {
    this.#action = action
    this.#lines = undefined
    await this.reload()
  }

  /** Loads the first page again; what is shown stays until it is there. */
  async reload(): Promise<void> {
    const page = await this.#take('first', (source, signal) => this.#page(source, null, signal))
    if (page) this.#show(page.items, page)
  }

  /** How many lines came. */
  async loadMore(): Promise<number> {
    const cursor = this.#cursor
    if (this.#step || cursor === null) return 0
    const page = await this.#take('more', (source, signal) => this.#page(source, cursor, signal))
    if (page) this.#show([...(this.#lines ?? []), ...page.items], page)
    return page?.items.length ?? 0
  }

  /** All lines of the kind that is shown, as a file; nothing where that failed. */
  async exportAs(format: EventFormat): Promise<Blob | undefined> {
    if (this.#step) return undefined
    return this.#take('file', ({ client, clientId }, signal) =>
      client.file('listEvents', {
        params: { client_id: clientId },
        query: { format, ...(this.#action && { action: this.#action }) },
        signal,
      }),
    )
  }

  #show(lines: readonly AppEventLine[], { next_cursor }: EventPage): void {
    this.#lines = lines
    this.#cursor = next_cursor
    this.#host.requestUpdate()
  }

  async #page({ client, clientId }: ActivitySource, cursor: string | null, signal: AbortSignal): Promise<EventPage> {
    const query = { ...(this.#action && { action: this.#action }), ...(cursor !== null && { cursor }) }
    const { data } = await client.call('listEvents', { params: { client_id: clientId }, query, signal })
    return data
  }

  /** One step at a time; what it gives, unless it failed or is not wanted any more. */
  async #take<Result>(
    step: ActivityStep,
    read: (source: ActivitySource, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    const source = this.#source
    if (!source) return undefined
    this.#request?.abort()
    const { signal } = (this.#request = new AbortController())
    this.#step = step
    this.#failure = undefined
    this.#host.requestUpdate()
    try {
      const result = await read(source, signal)
      return signal.aborted ? undefined : result
    } catch (error) {
      if (!signal.aborted) this.#failure = { step, error }
      return undefined
    } finally {
      if (!signal.aborted) this.#step = undefined
      this.#host.requestUpdate()
    }
  }
}
