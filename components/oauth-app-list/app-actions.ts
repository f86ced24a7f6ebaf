import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import { usesSecret } from '../../plugin/contract/app-values.js'
import type { ApiClient } from '../internal/api-client.js'
import type { ConfirmController, Question } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { explainFailure } from '../internal/explain-failure.js'
import type { Strings } from '../locales/en.js'
import type { Credentials } from '../oauth-app-credentials/credentials.js'
import type { AppPagesController } from './app-pages.controller.js'
import { deleteQuestion, disableQuestion, rotateQuestion } from './app-questions.js'
import type { MenuItem } from './menu.controller.js'

/** What the list tells after something was done, or failed. */
export interface Notice {
  readonly text: string
  readonly failed?: boolean
}

/** The events that ask before something is done. */
type BeginEvent = 'oauth-app-enable' | 'oauth-app-disable' | 'oauth-app-delete' | 'oauth-app-rotate-secret'

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
  focusMenu(clientId: string): void
}

/**
 * What a person can do with an app in the list. Each action fires its event first, which a host may prevent to do it in
 * its own way, and the event in the past tense when the server has done it.
 */
export class AppActions implements ReactiveController {
  readonly #host: AppActionsHost
  readonly #busy = new Set<string>()
  #credentials: Credentials | undefined

  constructor(host: AppActionsHost) {
    this.#host = host
    host.element.addController(this)
  }

  hostDisconnected(): void {
    // Moving an element disconnects it too; a secret that is shown only once must survive that.
    queueMicrotask(() => {
      if (!this.#host.element.isConnected) this.#credentials = undefined
    })
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

  /** The new secret, until the person has put it away. */
  render(): TemplateResult | typeof nothing {
    if (!this.#credentials) return nothing
    return html`<oauth-app-credentials
      modal
      .credentials=${this.#credentials}
      @oauth-app-credentials-dismissed=${this.#onDismissed}
    ></oauth-app-credentials>`
  }

  /** Asks the host's page whether the action may go on; the client that it goes on with. */
  #begin(event: BeginEvent, app: AppSummary): ApiClient | undefined {
    return emit(this.#host.element, event, { app }, { cancelable: true }) ? this.#host.client() : undefined
  }

  async #enable(app: AppSummary): Promise<void> {
    const { element, pages } = this.#host
    if (this.isBusy(app)) return
    const client = this.#begin('oauth-app-enable', app)
    if (!client) return
    this.#busy.add(app.client_id)
    element.requestUpdate()
    try {
      const { data } = await client.call('enableApp', { params: { client_id: app.client_id } })
      pages.keep(data.app)
      emit(element, 'oauth-app-enabled', { app: data.app })
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
    const { element, pages } = this.#host
    const strings = this.#host.strings()
    const disabled = await this.#ask(
      (action) => disableQuestion(strings, app.client_name, action),
      async () => {
        const client = this.#begin('oauth-app-disable', app)
        if (!client) return undefined
        const { data } = await client.call('disableApp', { params: { client_id: app.client_id } })
        pages.keep(data.app)
        emit(element, 'oauth-app-disabled', { app: data.app })
        return data.app
      },
    )
    if (disabled) this.#host.say({ text: strings.list.disabled(app.client_name) })
  }

  async #delete(app: AppSummary): Promise<void> {
    const { element, pages } = this.#host
    const strings = this.#host.strings()
    const place = await this.#ask(
      (action) => deleteQuestion(strings, app.client_name, action),
      async () => {
        const client = this.#begin('oauth-app-delete', app)
        if (!client) return undefined
        await client.call('deleteApp', { params: { client_id: app.client_id } })
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
    const { element, pages } = this.#host
    const strings = this.#host.strings()
    this.#credentials = await this.#ask(
      (action) => rotateQuestion(strings, app.client_name, action),
      async (overlap: number) => {
        const client = this.#begin('oauth-app-rotate-secret', app)
        if (!client) return undefined
        const { data } = await client.call('addSecret', {
          params: { client_id: app.client_id },
          body: { expire_others_in: overlap },
        })
        const { client_secret, ...rotated } = data
        pages.keep(rotated)
        emit(element, 'oauth-app-secret-rotated', { app: rotated })
        return { client_id: rotated.client_id, client_name: rotated.client_name, client_secret }
      },
    )
    element.requestUpdate()
  }

  /** What was done, once the dialog is closed; nothing when the person or the host stopped it. */
  async #ask<Result, Given extends unknown[]>(
    question: (action: (...given: Given) => Promise<void>) => Question,
    perform: (...given: Given) => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const outcome: { result?: Result | undefined } = {}
    const action = async (...given: Given): Promise<void> => {
      outcome.result = await perform(...given)
    }
    await this.#host.confirm.ask(question(action))
    return outcome.result
  }

  readonly #onDismissed = async (): Promise<void> => {
    const { element } = this.#host
    const rotated = this.#credentials
    this.#credentials = undefined
    if (!rotated) return
    element.requestUpdate()
    await element.updateComplete
    this.#host.say({ text: this.#host.strings().list.rotated(rotated.client_name) })
    this.#host.focusMenu(rotated.client_id)
  }
}
