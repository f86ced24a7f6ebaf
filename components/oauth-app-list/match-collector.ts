import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import { pageSize } from '../../plugin/contract/app-values.js'
import type { ReadPage } from './app-pages.controller.js'

/** So many apps are selected at most: what is done to them is done in calls of a hundred, while somebody waits. */
export const selectionMax = 1000

/** What came of it: `limited` where there are more than {@link selectionMax}. */
export type CollectOutcome = 'complete' | 'limited' | { readonly error: unknown }

/** Finds all apps that match, page by page, also those that are not loaded. */
export class MatchCollector implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #request: AbortController | undefined
  #found = 0
  #outcome: CollectOutcome | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.cancel()
  }

  /** How many were found so far; `undefined` while nothing is looked for. */
  get found(): number | undefined {
    return this.#request && this.#found
  }

  get outcome(): CollectOutcome | undefined {
    return this.#outcome
  }

  /** Nothing where it failed or was cancelled. */
  async collect(read: ReadPage, wanted: (app: AppSummary) => boolean): Promise<AppSummary[] | undefined> {
    this.cancel()
    const request = new AbortController()
    this.#request = request
    const apps = new Map<string, AppSummary>()
    try {
      let cursor: string | null = null
      do {
        const place = { limit: pageSize.max, ...(cursor !== null && { cursor }) }
        const page: Awaited<ReturnType<ReadPage>> = await read(place, request.signal)
        if (this.#request !== request) return undefined
        for (const app of page.items.filter(wanted)) apps.set(app.client_id, app)
        cursor = page.next_cursor
        this.#found = Math.min(apps.size, selectionMax)
        this.#host.requestUpdate()
      } while (cursor !== null && apps.size < selectionMax)
      this.#outcome = cursor === null && apps.size <= selectionMax ? 'complete' : 'limited'
      return [...apps.values()].slice(0, selectionMax)
    } catch (error) {
      if (this.#request !== request) return undefined
      this.#outcome = { error }
      return undefined
    } finally {
      if (this.#request === request) this.#request = undefined
      this.#host.requestUpdate()
    }
  }

  cancel(): void {
    this.#request?.abort()
    this.#request = undefined
    this.#found = 0
    this.#outcome = undefined
    this.#host.requestUpdate()
  }
}
