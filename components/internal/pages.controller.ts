import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What the API answers when a list is read a page at a time. */
export interface ItemPage<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
}

/** Reads the page at a cursor; the first where there is none. */
export type ReadItems<Page> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page>

/** What is under way, and what failed: the first page, or a further one. */
export type PageStep = 'first' | 'more'

/** A list that is read a page at a time. A new load ends the one before, whose answer is ignored. */
export class PagesController<
  Item extends { readonly id: string },
  Page extends ItemPage<Item> = ItemPage<Item>,
> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #read: ReadItems<Page> | undefined
  #subject: string | undefined
  #items: readonly Item[] | undefined
  #latest: Page | undefined
  #request: AbortController | undefined
  #step: PageStep | undefined
  #failure: { readonly step: PageStep; readonly error: unknown } | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** `undefined` until the first page is there. */
  get items(): readonly Item[] | undefined {
    return this.#items
  }

  /** The page that came last, for what stands in it beside its items. */
  get latest(): Page | undefined {
    return this.#latest
  }

  get hasMore(): boolean {
    return typeof this.#latest?.next_cursor === 'string'
  }

  get step(): PageStep | undefined {
    return this.#step
  }

  get failure(): { readonly step: PageStep; readonly error: unknown } | undefined {
    return this.#failure
  }

  /** Whether there is a server to ask. */
  get canAsk(): boolean {
    return this.#read !== undefined
  }

  hostConnected(): void {
    // What was under way when the element was taken out was given up.
    if (this.#read && !this.#items && !this.#failure && !this.#step) void this.reload()
  }

  hostDisconnected(): void {
    this.#stop()
  }

  /** Shows items that were not loaded. */
  show(items: readonly Item[] | undefined): void {
    this.#stop()
    this.#read = undefined
    this.#items = items
    this.#latest = undefined
    this.#failure = undefined
    this.#host.requestUpdate()
  }

  /** Shows what is read; what is shown stays until that is there, as long as it is about the same. */
  async follow(subject: string, read: ReadItems<Page>): Promise<void> {
    if (this.#subject !== subject) this.show(undefined)
    this.#subject = subject
    this.#read = read
    await this.reload()
  }

  /** Reads the first page again; what is shown stays until it is there. */
  async reload(): Promise<void> {
    const page = await this.#take('first', undefined)
    if (!page) return
    this.#latest = page
    this.#items = page.items
    this.#host.requestUpdate()
  }

  /** How many items came. */
  async loadMore(): Promise<number> {
    const cursor = this.#latest?.next_cursor ?? undefined
    if (this.#step || cursor === undefined) return 0
    const page = await this.#take('more', cursor)
    if (!page) return 0
    const known = new Set(this.#items?.map(({ id }) => id))
    const added = page.items.filter(({ id }) => !known.has(id))
    this.#latest = page
    this.update((items) => [...items, ...added])
    return added.length
  }

  /** Changes what is shown; the first page is read when nothing of what there is would be left. */
  update(change: (items: readonly Item[]) => readonly Item[]): void {
    this.#items = change(this.#items ?? [])
    this.#host.requestUpdate()
    if (this.#items.length === 0 && this.hasMore) void this.reload()
  }

  async #take(step: PageStep, cursor: string | undefined): Promise<Page | undefined> {
    const read = this.#read
    if (!read) return undefined
    this.#stop()
    const { signal } = (this.#request = new AbortController())
    this.#step = step
    this.#failure = undefined
    this.#host.requestUpdate()
    try {
      const page = await read(cursor, signal)
      return signal.aborted ? undefined : page
    } catch (error) {
      if (!signal.aborted) this.#failure = { step, error }
      return undefined
    } finally {
      if (!signal.aborted) this.#step = undefined
      this.#host.requestUpdate()
    }
  }

  #stop(): void {
    this.#request?.abort()
    this.#step = undefined
  }
}
