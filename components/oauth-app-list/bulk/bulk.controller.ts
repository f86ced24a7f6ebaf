import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { BulkResult } from '../../../plugin/contract/bulk.js'
import type { BulkAction } from '../../../plugin/contract/bulk-values.js'
import type { Config } from '../../../plugin/contract/config.js'
import type { ApiClient } from '../../internal/api-client.js'
import { emit } from '../../internal/emit.js'
import { applies } from '../bulk-actions.js'
import { BulkRun } from './bulk-run.js'
import { reachMax, readReach, type Reach } from './reach.js'

/** What the bulk actions need of the list. */
export interface BulkHost {
  readonly element: ReactiveControllerHost & HTMLElement
  /** `undefined` where there is no server: then the event is all that happens. */
  client(): ApiClient | undefined
  config(): Config | undefined
  /** What became of some of the apps. */
  took(action: BulkAction, results: readonly BulkResult[]): void
  /** The dialog has closed; `run` is what was done, if anything was. */
  closed(run: BulkRun | undefined): void
}

/** What a person is asked before something is done to several apps. */
export interface BulkQuestion {
  readonly action: BulkAction
  readonly apps: readonly AppSummary[]
  /** How many of the selected apps it does not apply to. */
  readonly leftOut: number
  /** `counting` until it is known, `too-many` where nobody counts, `none` where the action takes nothing away. */
  readonly reach: Reach | 'counting' | 'too-many' | 'none'
}

/** Asks, does and reports what is done to several apps, in one dialog that the list renders. */
export class BulkController implements ReactiveController {
  /** With `disable`: revoke the tokens too. */
  revokeTokens = false
  /** What was typed where the number has to be. */
  typed = ''
  readonly #host: BulkHost
  #question: BulkQuestion | undefined
  #run: BulkRun | undefined
  #running = false
  #counting: AbortController | undefined

  constructor(host: BulkHost) {
    this.#host = host
    host.element.addController(this)
  }

  hostDisconnected(): void {
    this.#counting?.abort()
    this.#run?.stop()
    this.#question = undefined
    this.#run = undefined
  }

  get question(): BulkQuestion | undefined {
    return this.#question
  }

  get run(): BulkRun | undefined {
    return this.#run
  }

  get running(): boolean {
    return this.#running
  }

  get config(): Config | undefined {
    return this.#host.config()
  }

  /** What has to be typed before the apps are deleted; `undefined` where a press is enough. */
  get toType(): string | undefined {
    const { action, apps } = this.#question ?? {}
    const typing = action === 'delete' && this.config?.capabilities.delete_confirmation === 'name'
    return typing ? String(apps?.length) : undefined
  }

  async ask(action: BulkAction, selected: readonly AppSummary[]): Promise<void> {
    const apps = selected.filter((app) => applies(action, app))
    if (apps.length === 0 || this.#question) return
    this.revokeTokens = false
    this.typed = ''
    this.#question = { action, apps, leftOut: selected.length - apps.length, reach: this.#reachOf(action, apps) }
    this.update()
    await this.#host.element.updateComplete
    this.#dialog?.showModal()
    if (this.#question.reach === 'counting') void this.#count(apps)
  }

  /** Does it, unless a host's page prevents it to do it in its own way. */
  readonly confirm = async (): Promise<void> => {
    const { action, apps } = this.#question ?? {}
    if (!action || !apps || this.#running || (this.toType ?? this.typed) !== this.typed) return
    const detail = { action, apps, revoke_tokens: action === 'disable' && this.revokeTokens }
    const client = emit(this.#host.element, 'oauth-app-bulk', detail, { cancelable: true })
      ? this.#host.client()
      : undefined
    if (!client) {
      this.close()
      return
    }
    const run = new BulkRun({ action, revokeTokens: this.revokeTokens }, apps, {
      client,
      took: (results) => this.#host.took(action, results),
      changed: () => this.update(),
    })
    await this.#watch(run, () => run.run())
  }

  readonly retry = async (): Promise<void> => {
    const run = this.#run
    if (run && !this.#running) await this.#watch(run, () => run.retry())
  }

  readonly stop = (): void => {
    this.#run?.stop()
  }

  readonly close = (): void => {
    this.#dialog?.close()
  }

  readonly closed = (): void => {
    const run = this.#run
    this.#counting?.abort()
    this.#question = undefined
    this.#run = undefined
    this.update()
    this.#host.closed(run)
  }

  update(): void {
    this.#host.element.requestUpdate()
  }

  /** What went well closes the dialog; what did not stays to be read. */
  async #watch(run: BulkRun, go: () => Promise<void>): Promise<void> {
    this.#counting?.abort()
    this.#run = run
    this.#running = true
    this.update()
    const going = go()
    await this.#focus('.stop')
    await going
    this.#running = false
    if (this.#run !== run) return
    this.update()
    if (run.failures.length > 0 || run.notBegun.length > 0) await this.#focus('.over')
    else this.close()
  }

  #reachOf(action: BulkAction, apps: readonly AppSummary[]): BulkQuestion['reach'] {
    if (action === 'enable' || !this.#host.client()) return 'none'
    if (!this.config?.capabilities.tokens) return { grants: null, tokens: null }
    return apps.length > reachMax ? 'too-many' : 'counting'
  }

  async #count(apps: readonly AppSummary[]): Promise<void> {
    const client = this.#host.client()
    const counting = new AbortController()
    this.#counting = counting
    if (!client) return
    try {
      const reach = await readReach(client, apps, counting.signal)
      if (this.#question && this.#counting === counting) this.#question = { ...this.#question, reach }
      this.update()
    } catch (error) {
      if (!counting.signal.aborted) throw error
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.element.updateComplete
    this.#dialog?.querySelector<HTMLElement>(selector)?.focus()
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.element.shadowRoot?.querySelector<HTMLDialogElement>('#bulk')
  }
}
