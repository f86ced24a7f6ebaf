import type { ReactiveControllerHost } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import { usesSecret } from '../../plugin/contract/app-values.js'
import { ApiError, type ApiClient } from '../internal/api-client.js'
import type { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { explainFailure } from '../internal/explain-failure.js'
import type { Strings } from '../locales/en.js'
import type { Credentials } from '../oauth-app-credentials/credentials.js'
import type { AppPagesController } from './app-pages.controller.js'
import {
  deleteQuestion,
  disableQuestion,
  rotateQuestion,
  suggestedRotation,
  type AppQuestion,
} from './app-questions.js'
import type { MenuItem } from './menu-button.js'

/** What the list tells after something was done, or failed. */
export interface Notice {
  readonly text: string
  readonly failed?: boolean
}

/** The events that ask before something is done. */
type BeginEvent = 'oauth-app-enable' | 'oauth-app-disable' | 'oauth-app-delete' | 'oauth-app-rotate-secret'

/** The events that tell that something was done to an app that stays. */
type DoneEvent = 'oauth-app-enabled' | 'oauth-app-disabled' | 'oauth-app-secret-rotated'

/** What the actions need of the list. */
export interface AppActionsHost {
  readonly element: ReactiveControllerHost & HTMLElement
  readonly confirm: ConfirmController
  readonly pages: AppPagesController
  /** `undefined` where the list has no server: then the events are all that happens. */
  client(): ApiClient | undefined
  strings(): Strings
  say(notice: Notice): void
  /** Puts the focus on the row that is at this place now, or on what there is instead. */
  focusRow(index: number): void
  /** Shows a new secret, until the person has put it away. */
  showOnce(credentials: Credentials): void
}

/**
 * What a person can do with an app in the list. Each action fires its event first, which a host may prevent to do it in
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

  toggle(app: AppSummary): Promise<void> {
    return app.status === 'active' ? this.#disable(app) : this.#enable(app)
  }

  menuOf(app: AppSummary): MenuItem[] {
    const { common, list } = this.#host.strings()
    const { can } = app
    const items: (MenuItem | false)[] = [
      can.edit && { label: common.edit, select: () => emit(this.#host.element, 'oauth-app-edit', { app }) },
      can.rotate_secret &&
        usesSecret(app.token_endpoint_auth_method) && {
          label: list.rotateSecret,
          select: () => void this.#rotate(app),
        },
      this.canToggle(app) && {
        label: app.status === 'active' ? list.disableConfirm : list.enable,
        select: () => void this.toggle(app),
      },
      can.delete && { label: common.delete, select: () => void this.#delete(app) },
    ]
    return items.filter((item) => item !== false)
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
      this.#host.say({ text: this.#host.strings().list.enabled(app.client_name) })
    } catch (error) {
      const strings = this.#host.strings()
      const text = `${strings.list.enableFailed(app.client_name)} ${explainFailure(error, strings)}`
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
    if (disabled) this.#host.say({ text: strings.list.disabled(app.client_name) })
  }

  async #delete(app: AppSummary): Promise<void> {
    const { element, pages } = this.#host
    const strings = this.#host.strings()
    const place = await this.#ask(
      deleteQuestion(strings, app.client_name),
      'oauth-app-delete',
      app,
      async (client, params) => {
        await client.call('deleteApp', { params })
        const freed = pages.remove(app.client_id)
        emit(element, 'oauth-app-deleted', { app })
        return freed
      },
    )
    if (place === undefined) return
    this.#host.say({ text: strings.list.deleted(app.client_name) })
    this.#host.focusRow(place)
  }

  async #rotate(app: AppSummary): Promise<void> {
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
        const { client_secret, ...rotated } = data
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
          ? strings.list.rotateLimit
          : explainFailure(error, strings),
    })
    return outcome.result
  }

  /** Asks the host's page whether the action may go on; the client that it goes on with. */
  #begin(event: BeginEvent, app: AppSummary): ApiClient | undefined {
    return emit(this.#host.element, event, { app }, { cancelable: true }) ? this.#host.client() : undefined
  }

  /** Shows the app as it is now, and tells the host's page. */
  #keep(event: DoneEvent, app: AppSummary): void {
    this.#host.pages.keep(app)
    emit(this.#host.element, event, { app })
  }
}
