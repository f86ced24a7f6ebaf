import type { App, AppSummary } from '../../../plugin/contract/app.js'
import type { Capabilities } from '../../../plugin/contract/config.js'
import type { Effect } from '../../../plugin/contract/effect.js'
import type { PageStrings } from '../../locales/en.js'
import type { ApiClient } from '../api-client.js'
import type { Question } from '../confirm.controller.js'
import { emit } from '../emit.js'
import { explainFailure } from '../explain-failure.js'
import type { AppActionsHost, Notice } from './app-actions-host.js'
import type { AppEventDetail, BeginEvent, DoneEvent } from './app-events.js'
import { Impact } from './impact.js'
import { tellEffect, type Reached } from './tell-effect.js'

/** Does it, once the person and the host's page have agreed. */
type Perform<Result> = (client: ApiClient, params: { client_id: string }) => Promise<Result>

/** What is done after a question. */
export interface AskedAction<Result> {
  readonly event: BeginEvent
  readonly question: Pick<Question, 'title' | 'body' | 'confirm' | 'danger' | 'missing'>
  readonly perform: Perform<Result>
  /** Which secret it is about, for the events. */
  readonly secretId?: string
  /** Says more about a failure than any request would; `undefined` where it has nothing to add. */
  readonly explain?: (error: unknown) => string | undefined
}

/** What is done at once. */
export interface ImmediateAction {
  readonly event: BeginEvent
  readonly perform: Perform<void>
  /** What to say where it fails, before the reason. */
  readonly failed: string
}

/** What all actions have in common: the question, the events around the request, and what is told afterwards. */
export class ActionRunner {
  readonly #busy = new Set<string>()

  constructor(readonly host: AppActionsHost) {}

  get strings(): PageStrings {
    return this.host.locale.strings
  }

  isBusy({ client_id }: AppSummary): boolean {
    return this.#busy.has(client_id)
  }

  /** Whether the host is set up for something; not until that is known. */
  has(capability: Exclude<keyof Capabilities, 'delete_confirmation'>): boolean {
    return Boolean(this.host.config()?.capabilities[capability])
  }

  /** Asks the server whom it reaches what is done to an app. */
  impactOf(app: AppSummary): Impact {
    return new Impact(app.client_id, this.host.client(), () => {
      this.host.element.requestUpdate()
    })
  }

  /** Asks the person, then the host's page. What was done, once the dialog is closed; nothing when one of them stopped it. */
  async ask<Result>(
    app: AppSummary,
    { event, question, perform, secretId, explain }: AskedAction<Result>,
  ): Promise<Result | undefined> {
    const outcome: { result?: Result | undefined } = {}
    await this.host.confirm.ask({
      ...question,
      cancel: this.strings.common.cancel,
      action: async () => {
        const client = this.#begin(event, app, secretId)
        outcome.result = client && (await perform(client, { client_id: app.client_id }))
      },
      explain: (error) => explain?.(error) ?? explainFailure(error, this.strings),
    })
    return outcome.result
  }

  /** Asks the host's page alone: for what harms nobody. Once at a time for each app. */
  async doAtOnce(app: AppSummary, { event, perform, failed }: ImmediateAction): Promise<void> {
    const { element } = this.host
    if (this.isBusy(app)) return
    const client = this.#begin(event, app)
    if (!client) return
    this.#busy.add(app.client_id)
    element.requestUpdate()
    try {
      await perform(client, { client_id: app.client_id })
    } catch (error) {
      this.host.say({ text: `${failed} ${explainFailure(error, this.strings)}`, failed: true })
    } finally {
      this.#busy.delete(app.client_id)
      element.requestUpdate()
    }
  }

  /** Shows the app as it is now, and tells the host's page. */
  keep(event: DoneEvent, app: App, secretId?: string): void {
    this.host.keep(app)
    emit(this.host.element, event, detailOf(app, secretId))
  }

  /** Says what was done and, where the host can know it, whom it reached. */
  tell(done: string, effect: Effect | undefined, reached: Reached, next?: Notice['next']): void {
    const text = effect && this.has('tokens') ? tellEffect(done, effect, this.strings, reached) : done
    this.host.say({ text, ...(next && { next }) })
  }

  /** Asks the host's page whether the action may go on; the client that it goes on with. */
  #begin(event: BeginEvent, app: AppSummary, secretId?: string): ApiClient | undefined {
    const goesOn = emit(this.host.element, event, detailOf(app, secretId), { cancelable: true })
    return goesOn ? this.host.client() : undefined
  }
}

function detailOf(app: AppSummary, secretId: string | undefined): AppEventDetail {
  return { app, ...(secretId !== undefined && { secret_id: secretId }) }
}
