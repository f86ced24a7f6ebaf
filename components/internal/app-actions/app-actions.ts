import type { App, AppSummary } from '../../../plugin/contract/app.js'
import { usesSecret } from '../../../plugin/contract/app-values.js'
import { ApiError, type ApiClient } from '../api-client.js'
import { emit } from '../emit.js'
import { explainFailure } from '../explain-failure.js'
import type { AppActionsHost } from './app-actions-host.js'
import type { BeginEvent, DoneEvent } from './app-events.js'
import {
  deleteQuestion,
  disableQuestion,
  rotateQuestion,
  suggestedRotation,
  type AppQuestion,
} from './app-questions.js'

/**
 * What a person can do with an app. Each action fires its event first, which a host may prevent to do it in
 * its own way, and the event in the past tense when the server has done it.
 */
export class AppActions {
  readonly #host: AppActionsHost
  readonly #busy = new Set<string>()

  constructor(host: AppActionsHost) {
    this.#host = host
  }

  isBusy(app: AppSummary): boolean {
    return this.#busy.has(app.client_id)
  }

  /** Whether the app can be switched to what it is not now. */
  canToggle({ status, can }: AppSummary): boolean {
    return (status === 'active' && can.disable) || (status === 'disabled' && can.enable)
  }

  canRotate({ token_endpoint_auth_method, can }: AppSummary): boolean {
    return can.rotate_secret && usesSecret(token_endpoint_auth_method)
  }

  edit(app: AppSummary): void {
    emit(this.#host.element, 'oauth-app-edit', { app })
  }

  toggle(app: AppSummary): Promise<void> {
    return app.status === 'active' ? this.#disable(app) : this.#enable(app)
  }

  async #enable(app: AppSummary): Promise<void> {
    const { element } = this.#host
    if (this.isBusy(app)) return
    const client = this.#begin('oauth-app-enable', app)
    if (!client) return
    this.#busy.add(app.client_id)
    element.requestUpdate()
    try {
      const { data } = await client.call('enableApp', { params: { client_id: app.client_id } })
      this.#keep('oauth-app-enabled', data.app)
      this.#host.say({ text: this.#host.strings().actions.enabled(app.client_name) })
    } catch (error) {
      const strings = this.#host.strings()
      const text = `${strings.actions.enableFailed(app.client_name)} ${explainFailure(error, strings)}`
      this.#host.say({ text, failed: true })
    } finally {
      this.#busy.delete(app.client_id)
      element.requestUpdate()
    }
  }

  async #disable(app: AppSummary): Promise<void> {
    const strings = this.#host.strings()
    const disabled = await this.#ask(
      disableQuestion(strings, app.client_name),
      'oauth-app-disable',
      app,
      async (client, params) => {
        const { data } = await client.call('disableApp', { params })
        this.#keep('oauth-app-disabled', data.app)
        return true
      },
    )
    if (disabled) this.#host.say({ text: strings.actions.disabled(app.client_name) })
  }

  async delete(app: AppSummary): Promise<void> {
    const strings = this.#host.strings()
    const focusNext = await this.#ask(
      deleteQuestion(strings, app.client_name),
      'oauth-app-delete',
      app,
      async (client, params) => {
        await client.call('deleteApp', { params })
        const focusNext = this.#host.remove(app)
        emit(this.#host.element, 'oauth-app-deleted', { app })
        return focusNext
      },
    )
    if (!focusNext) return
    this.#host.say({ text: strings.actions.deleted(app.client_name) })
    focusNext()
  }

  async rotate(app: AppSummary): Promise<void> {
    const rotation = suggestedRotation()
    const credentials = await this.#ask(
      rotateQuestion(this.#host.strings(), app.client_name, rotation),
      'oauth-app-rotate-secret',
      app,
      async (client, params) => {
        const { data } = await client.call('addSecret', {
          params,
          body: { expire_others_in: rotation.overlap },
        })
        const { client_secret, secret_id: _, ...rotated } = data
        this.#keep('oauth-app-secret-rotated', rotated)
        return { client_id: rotated.client_id, client_name: rotated.client_name, client_secret }
      },
    )
    if (credentials) this.#host.showOnce(credentials)
  }

  /** Asks the person, then the host's page. What was done, once the dialog is closed; nothing when one of them stopped it. */
  async #ask<Result>(
    question: AppQuestion,
    event: BeginEvent,
    app: AppSummary,
    perform: (client: ApiClient, params: { client_id: string }) => Promise<Result>,
  ): Promise<Result | undefined> {
    const strings = this.#host.strings()
    const outcome: { result?: Result | undefined } = {}
    await this.#host.confirm.ask({
      ...question,
      cancel: strings.common.cancel,
      action: async () => {
        const client = this.#begin(event, app)
        outcome.result = client && (await perform(client, { client_id: app.client_id }))
      },
      // Here, unlike elsewhere, the person can make room for a further secret.
      explain: (error) =>
        error instanceof ApiError && error.code === 'secret_limit'
          ? strings.actions.rotateLimit
          : explainFailure(error, strings),
    })
    return outcome.result
  }

  /** Asks the host's page whether the action may go on; the client that it goes on with. */
  #begin(event: BeginEvent, app: AppSummary): ApiClient | undefined {
    return emit(this.#host.element, event, { app }, { cancelable: true }) ? this.#host.client() : undefined
  }

  /** Shows the app as it is now, and tells the host's page. */
  #keep(event: DoneEvent, app: App): void {
    this.#host.keep(app)
    emit(this.#host.element, event, { app })
  }
}
