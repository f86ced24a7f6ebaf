import type { AppSummary } from '../../../plugin/contract/app.js'
import type { BulkResult } from '../../../plugin/contract/bulk.js'
import { bulkMax, type BulkAction } from '../../../plugin/contract/bulk-values.js'
import { ApiError, type ApiClient } from '../../internal/api-client.js'

/** Longer than this nobody is kept waiting, in seconds. */
const longestPause = 60

/** What is done to the apps. */
export interface BulkTask {
  readonly action: BulkAction
  /** With `disable`: the tokens are revoked too. */
  readonly revokeTokens: boolean
}

/** An app to which it was not done, and why. */
export interface BulkFailure {
  readonly app: AppSummary
  readonly error: unknown
}

/** What a run needs of the list. */
export interface BulkRunHost {
  readonly client: ApiClient
  /** What became of some of the apps. */
  took(results: readonly BulkResult[]): void
  changed(): void
}

/** Does one thing to many apps, a hundred at a time, and keeps what became of each. */
export class BulkRun {
  readonly task: BulkTask
  readonly #host: BulkRunHost
  #left: readonly AppSummary[]
  #total: number
  #done: AppSummary[] = []
  #failures: readonly BulkFailure[] = []
  #tokens: number | null = 0
  #stopping = false
  #pause: { readonly seconds: number; readonly end: () => void } | undefined

  constructor(task: BulkTask, apps: readonly AppSummary[], host: BulkRunHost) {
    this.task = task
    this.#host = host
    this.#left = apps
    this.#total = apps.length
  }

  /** How many there are in this run, or in the attempt to repeat what failed. */
  get total(): number {
    return this.#total
  }

  /** How many of these are over, well or badly. */
  get over(): number {
    return this.#total - this.#left.length
  }

  get done(): readonly AppSummary[] {
    return this.#done
  }

  get failures(): readonly BulkFailure[] {
    return this.#failures
  }

  /** Those that were never begun, as somebody has stopped it. */
  get notBegun(): readonly AppSummary[] {
    return this.#left
  }

  /** Tokens that were revoked; `null` where nobody counted them. */
  get tokens(): number | null {
    return this.#tokens
  }

  get stopping(): boolean {
    return this.#stopping
  }

  /** Seconds that the server has asked to wait for. */
  get pause(): number | undefined {
    return this.#pause?.seconds
  }

  /** Those under way are finished, as nobody could tell what has become of them otherwise. */
  stop(): void {
    this.#stopping = true
    this.#pause?.end()
    this.#host.changed()
  }

  /** Goes through all that is left. Never rejects. */
  async run(): Promise<void> {
    while (this.#left.length > 0 && !this.#stopping) {
      const apps = this.#left.slice(0, bulkMax)
      try {
        this.#take(apps, await this.#call(apps))
      } catch (error) {
        if (await this.#mayGoOn(error)) continue
        if (this.stopping) break
        // What stops one call stops those after it: signed out, no network, a busy server.
        this.#fail(this.#left, error)
        this.#left = []
      }
      this.#host.changed()
    }
    this.#stopping = false
  }

  /** Goes through what failed, and only that. */
  async retry(): Promise<void> {
    this.#left = this.#failures.map(({ app }) => app)
    this.#total = this.#left.length
    this.#failures = []
    this.#host.changed()
    await this.run()
  }

  async #call(apps: readonly AppSummary[]): Promise<readonly BulkResult[]> {
    const { action, revokeTokens } = this.task
    const { data } = await this.#host.client.call('bulkApps', {
      body: {
        action,
        client_ids: apps.map(({ client_id }) => client_id),
        ...(action === 'disable' && revokeTokens && { revoke_tokens: true }),
      },
    })
    return data.results
  }

  #take(apps: readonly AppSummary[], results: readonly BulkResult[]): void {
    const byId = new Map(results.map((result) => [result.client_id, result]))
    for (const app of apps) {
      const result = byId.get(app.client_id)
      if (result?.code === null) {
        this.#done.push(app)
        this.#count(result)
      } else this.#fail([app], new ApiError(result?.code ?? 'internal', result?.status ?? 0))
    }
    this.#left = this.#left.slice(apps.length)
    this.#host.took(results)
  }

  #count({ effect }: BulkResult): void {
    const tokens = effect?.tokens ?? null
    this.#tokens = tokens === null || this.#tokens === null ? null : this.#tokens + tokens
  }

  #fail(apps: readonly AppSummary[], error: unknown): void {
    this.#failures = [...this.#failures, ...apps.map((app) => ({ app, error }))]
  }

  /** Waits where the server asks for it, unless that is too long or somebody stops it. */
  async #mayGoOn(error: unknown): Promise<boolean> {
    const seconds = error instanceof ApiError && error.code === 'rate_limited' ? error.retryAfter : undefined
    if (seconds === undefined || seconds > longestPause) return false
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      const end = (): void => {
        clearTimeout(timer)
        resolve()
      }
      this.#pause = { seconds, end }
      this.#host.changed()
    })
    this.#pause = undefined
    return !this.#stopping
  }
}
