import { html, type ReactiveControllerHost } from 'lit'
import type { Webhook, WebhookDelivery, WebhookInput } from '../../plugin/contract/webhooks.js'
import type { ApiClient } from '../internal/api-client.js'
import type { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { answerWords } from './delivery-log.js'
import { explainWebhookFailure } from './explain-webhook-failure.js'
import type { WebhookStrings, WebhookView } from './webhook-view.js'

/** What the actions need of the element. */
export interface WebhookActionsHost {
  readonly element: ReactiveControllerHost & HTMLElement
  readonly confirm: ConfirmController
  readonly view: () => WebhookView
  /** `undefined` where there is no server: then the events are all that happens. */
  readonly client: () => ApiClient | undefined
  /** Shows an endpoint as it is now, a new one first. */
  readonly keep: (webhook: Webhook) => void
  readonly remove: (webhook: Webhook) => void
  /** Shows a new secret, once. */
  readonly showSecret: (url: string, secret: string) => void
  readonly sending: (id: string | undefined) => void
  readonly delivered: (webhook: Webhook, delivery: WebhookDelivery) => void
  readonly say: (text: string) => void
}

/** What a person can do with endpoints: done at once, or after a question where something ends by it. */
export class WebhookActions {
  readonly #host: WebhookActionsHost

  constructor(host: WebhookActionsHost) {
    this.#host = host
  }

  /** @throws ApiError, for the form to tell. */
  async save(input: WebhookInput, current: Webhook | undefined): Promise<void> {
    const { element, client, keep, say, showSecret } = this.#host
    const api = client()
    if (!api) return
    if (current) {
      const { data } = await api.call('updateWebhook', { params: { webhook_id: current.id }, body: input })
      keep(data)
      say(this.#words.changed)
      emit(element, 'oauth-app-webhook-updated', { webhook: data })
      return
    }
    const { data } = await api.call('createWebhook', { body: input })
    const { signing_secret: secret, ...webhook } = data
    keep(webhook)
    showSecret(webhook.url, secret)
    emit(element, 'oauth-app-webhook-created', { webhook })
  }

  async toggle({ id, status }: Webhook): Promise<void> {
    const next = status === 'active' ? 'disabled' : 'active'
    await this.#attempt(async (api) => {
      const { data } = await api.call('updateWebhook', { params: { webhook_id: id }, body: { status: next } })
      this.#host.keep(data)
      this.#host.say(next === 'active' ? this.#words.enabled : this.#words.wasDisabled)
      emit(this.#host.element, 'oauth-app-webhook-updated', { webhook: data })
    })
  }

  async rotate(webhook: Webhook): Promise<void> {
    const { element } = this.#host
    const words = this.#words
    const rotated: { webhook?: Webhook; secret?: string } = {}
    await this.#ask(webhook, { title: words.rotateTitle, text: words.rotateText, confirm: words.rotate }, async () => {
      if (!emit(element, 'oauth-app-webhook-rotate-secret', { webhook }, { cancelable: true })) return
      const answer = await this.#host.client()?.call('rotateWebhookSecret', {
        params: { webhook_id: webhook.id },
        body: {},
      })
      if (!answer) return
      const { signing_secret: secret, ...now } = answer.data
      Object.assign(rotated, { webhook: now, secret })
    })
    if (!rotated.webhook || rotated.secret === undefined) return
    this.#host.keep(rotated.webhook)
    this.#host.showSecret(webhook.url, rotated.secret)
    emit(element, 'oauth-app-webhook-secret-rotated', { webhook: rotated.webhook })
  }

  async remove(webhook: Webhook): Promise<void> {
    const { element } = this.#host
    const words = this.#words
    const outcome: { removed?: true } = {}
    const question = { title: words.removeTitle, text: words.removeText, confirm: words.remove, danger: true }
    await this.#ask(webhook, question, async () => {
      const client = this.#host.client()
      if (!emit(element, 'oauth-app-webhook-delete', { webhook }, { cancelable: true }) || !client) return
      await client.call('deleteWebhook', { params: { webhook_id: webhook.id } })
      outcome.removed = true
    })
    if (!outcome.removed) return
    this.#host.remove(webhook)
    this.#host.say(words.removed)
    emit(element, 'oauth-app-webhook-deleted', { webhook })
  }

  test(webhook: Webhook): Promise<void> {
    return this.#send(webhook, webhook.id, (api) => api.call('testWebhook', { params: { webhook_id: webhook.id } }))
  }

  redeliver(webhook: Webhook, { id }: WebhookDelivery): Promise<void> {
    const params = { webhook_id: webhook.id, delivery_id: id }
    return this.#send(webhook, id, (api) => api.call('redeliverWebhook', { params }))
  }

  get #words(): WebhookStrings['webhooks'] {
    return this.#host.view().locale.strings.webhooks
  }

  async #send(
    webhook: Webhook,
    id: string,
    send: (api: ApiClient) => Promise<{ readonly data: WebhookDelivery }>,
  ): Promise<void> {
    const { sending, say, delivered, view } = this.#host
    if (view().sending !== undefined) return
    const words = this.#words
    await this.#attempt(async (api) => {
      sending(id)
      say(words.sending)
      try {
        const { data } = await send(api)
        const { error } = data
        say(error === null ? words.sent(answerWords(data, view())) : words.notSent(words.reasons[error]))
        delivered(webhook, data)
      } finally {
        sending(undefined)
      }
    })
  }

  async #attempt(work: (api: ApiClient) => Promise<void>): Promise<void> {
    const api = this.#host.client()
    if (!api) return
    try {
      await work(api)
    } catch (error) {
      this.#host.say(explainWebhookFailure(error, this.#host.view().locale.strings))
    }
  }

  async #ask(
    { url }: Webhook,
    { text, ...question }: { title: string; text: string; confirm: string; danger?: boolean },
    action: () => Promise<void>,
  ): Promise<void> {
    await this.#host.confirm.ask({
      ...question,
      body: html`<p class="mono" dir="ltr">${url}</p>
        <p>${text}</p>`,
      cancel: this.#words.cancel,
      action,
      explain: (error) => explainWebhookFailure(error, this.#host.view().locale.strings),
    })
  }
}
