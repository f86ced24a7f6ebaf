import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { faultSentences } from '../../plugin/contract/fault-sentences.js'
import type { Webhook, WebhookDelivery } from '../../plugin/contract/webhooks.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { LocaleController } from '../internal/locale.controller.js'
import { menuStyles } from '../internal/menu-button.styles.js'
import { PagesController } from '../internal/pages.controller.js'
import { RelativeTimeController } from '../internal/relative-time.js'
import { ServerElement } from '../internal/server-element.js'
import { webhooksEnglish } from '../locales/english/webhooks.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { webhooksStyles } from './oauth-app-webhooks.styles.js'
import { ShownSecretController } from './shown-secret.controller.js'
import { WebhookActions } from './webhook-actions.js'
import { WebhookFormController } from './webhook-form.controller.js'
import { webhookRow } from './webhook-row.js'
import { moreWebhooks, webhooksEmpty, webhooksError, webhooksSkeleton } from './webhook-states.js'
import { webhookPlaces, type WebhookStrings, type WebhookView } from './webhook-view.js'

const english: WebhookStrings = { webhooks: webhooksEnglish, faults: faultSentences }

/**
 * The endpoints that are told what happens to applications: adding and testing them, their signing secrets, shown once, and
 * the log of what was sent. No event carries a secret.
 *
 * @fires oauth-app-webhook-created - `detail.webhook` was added. Bubbles, composed.
 * @fires oauth-app-webhook-updated - `detail.webhook` was changed, enabled or disabled. Bubbles, composed.
 * @fires oauth-app-webhook-rotate-secret - `detail.webhook` is about to get a new secret. Bubbles, composed, cancelable.
 * @fires oauth-app-webhook-secret-rotated - `detail.webhook` has a new secret. Bubbles, composed.
 * @fires oauth-app-webhook-delete - `detail.webhook` is about to be deleted. Bubbles, composed, cancelable.
 * @fires oauth-app-webhook-deleted - `detail.webhook` was deleted. Bubbles, composed.
 */
export class OauthAppWebhooks extends ServerElement {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, menuStyles, webhooksStyles]

  /** The endpoints, where there is no server to ask. */
  @property({ attribute: false }) webhooks: readonly Webhook[] | undefined

  @state() private notice = ''
  @state() private openLog: string | undefined
  @state() private sending: string | undefined
  readonly #locale = new LocaleController<WebhookStrings>(this, english, (strings) => strings)
  readonly #times = new RelativeTimeController(this, this.#locale)
  readonly #pages = new PagesController<Webhook>(this)
  readonly #deliveries = new PagesController<WebhookDelivery>(this)
  readonly #confirm = new ConfirmController(this)
  readonly #secret = new ShownSecretController(this, () => void this.#focus())
  readonly #actions = new WebhookActions({
    element: this,
    confirm: this.#confirm,
    view: () => this.#view,
    client: () => this.client,
    keep: (webhook) => this.#keep(webhook),
    remove: (webhook) => this.#remove(webhook),
    showSecret: (url, secret) => void this.#secret.show(url, secret),
    sending: (id) => {
      this.sending = id
    },
    delivered: (webhook) => void this.#delivered(webhook),
    say: (text) => {
      this.notice = text
    },
  })
  readonly #form = new WebhookFormController(this, (input, current) => this.#actions.save(input, current))

  /** Loads what is shown again; what there is stays until that has come. */
  async reload(): Promise<void> {
    this.notice = ''
    await this.#pages.reload()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('api') || changed.has('fetch') || changed.has('webhooks')) this.#load()
  }

  protected override render(): TemplateResult {
    const { strings } = this.#locale
    const { items, step, failure } = this.#pages
    const loading = !items && failure === undefined && this.#pages.canAsk
    const shown = items?.length ? strings.webhooks.shown(items.length) : ''
    return html`<div class="container">
        <section class="results" tabindex="-1" aria-label=${strings.webhooks.title} aria-busy=${step === 'first'}>
          ${items ? this.#head() : nothing}
          <p class="notice" role="status">${loading ? strings.webhooks.loading : this.notice || shown}</p>
          ${this.#secret.render(strings)} ${loading ? webhooksSkeleton() : nothing}
          ${failure?.step === 'first' ? webhooksError(failure.error, strings, () => void this.#retry()) : nothing}
          ${items ? this.#rows(items) : nothing}
          ${moreWebhooks(this.#pages, strings, () => void this.#pages.loadMore())}
        </section>
      </div>
      ${this.#form.render(this.#view)} ${this.#confirm.render()}`
  }

  #head(): TemplateResult {
    const { text, add, own } = this.#locale.strings.webhooks
    const mayAdd = webhookPlaces(this.config, own).length > 0
    return html`<header>
      <p class="muted">${text}</p>
      ${
        mayAdd
          ? html`<button type="button" class="button primary add" @click=${() => void this.#form.open(this.#view)}>
              ${add}
            </button>`
          : nothing
      }
    </header>`
  }

  #rows(items: readonly Webhook[]): TemplateResult | typeof nothing {
    if (items.length === 0) {
      return this.#pages.step || this.#pages.hasMore ? nothing : webhooksEmpty(this.#locale.strings)
    }
    const view = this.#view
    return html`<ul class="rows" role="list">
      ${items.map((webhook) => webhookRow(webhook, view))}
    </ul>`
  }

  get #view(): WebhookView {
    return {
      locale: this.#locale,
      times: this.#times,
      config: this.config,
      open: this.openLog,
      deliveries: this.#deliveries,
      sending: this.sending,
      act: {
        edit: (webhook) => void this.#form.open(this.#view, webhook),
        toggle: (webhook) => void this.#actions.toggle(webhook),
        rotate: (webhook) => void this.#actions.rotate(webhook),
        remove: (webhook) => void this.#actions.remove(webhook),
        test: (webhook) => void this.#actions.test(webhook),
        openLog: (webhook) => this.#showLog(this.openLog === webhook.id ? undefined : webhook.id),
        refreshLog: () => void this.#deliveries.reload(),
        moreLog: () => void this.#deliveries.loadMore(),
        redeliver: (webhook, delivery) => void this.#actions.redeliver(webhook, delivery),
      },
    }
  }

  #load(): void {
    const { client, webhooks } = this
    this.notice = ''
    this.#showLog(undefined)
    this.#pages.show(webhooks)
    if (webhooks || !client) return
    void this.#pages.follow('', async (cursor, signal) => {
      const query = cursor === undefined ? {} : { cursor }
      const [{ data }] = await Promise.all([client.call('listWebhooks', { query, signal }), this.loadConfig()])
      return data
    })
  }

  #showLog(webhookId: string | undefined): void {
    const { client } = this
    this.openLog = webhookId
    if (webhookId === undefined || !client) return
    void this.#deliveries.follow(webhookId, async (cursor, signal) => {
      const query = cursor === undefined ? {} : { cursor }
      return (await client.call('listWebhookDeliveries', { params: { webhook_id: webhookId }, query, signal })).data
    })
  }

  #keep(webhook: Webhook): void {
    this.#pages.update((items) =>
      items.some(({ id }) => id === webhook.id)
        ? items.map((other) => (other.id === webhook.id ? webhook : other))
        : [webhook, ...items],
    )
  }

  #remove({ id }: Webhook): void {
    if (this.openLog === id) this.#showLog(undefined)
    this.#pages.update((items) => items.filter((other) => other.id !== id))
    void this.#focus()
  }

  /** The endpoint may be well again, or not any more; and its log has one line more. */
  async #delivered({ id }: Webhook): Promise<void> {
    if (this.openLog === id) void this.#deliveries.reload()
    else this.#showLog(id)
    const answer = await this.client?.call('getWebhook', { params: { webhook_id: id } }).catch(() => undefined)
    if (answer) this.#keep(answer.data)
  }

  async #retry(): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>('.results')?.focus()
    await this.reload()
  }

  /** On the first row or, where there is none, on what stands there instead. */
  async #focus(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(':is(.rows, .panel) h2[tabindex]')?.focus()
  }
}
