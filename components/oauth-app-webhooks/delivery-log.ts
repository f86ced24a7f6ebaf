import { html, nothing, type TemplateResult } from 'lit'
import type { Webhook, WebhookDelivery } from '../../plugin/contract/webhooks.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { explainWebhookFailure } from './explain-webhook-failure.js'
import type { WebhookView } from './webhook-view.js'

const tones = { delivered: 'success', pending: 'warning', failed: 'danger' } as const

/** What was sent to one endpoint, newest first. */
export function deliveryLog(webhook: Webhook, view: WebhookView): TemplateResult {
  const { webhooks: words } = view.locale.strings
  const { items, step, failure, hasMore } = view.deliveries
  const busy = step !== undefined
  return html`<section class="log" aria-label=${words.logOf(webhook.url)} aria-busy=${busy ? 'true' : 'false'}>
    <button type="button" class="button refresh" aria-disabled=${busy ? 'true' : 'false'} @click=${view.act.refreshLog}>
      ${words.refresh}
    </button>
    ${!items && !failure ? html`<p class="muted">${words.loading}</p>` : nothing}
    ${items?.length === 0 ? html`<p class="muted">${words.logEmpty}</p>` : nothing}
    ${
      items?.length
        ? html`<ul class="deliveries" role="list">
            ${items.map((delivery) => deliveryRow(webhook, delivery, view))}
          </ul>`
        : nothing
    }
    ${
      failure
        ? html`<p class="fault faults" role="alert">
            ${alertGlyph}<span class="fault-text">${explainWebhookFailure(failure.error, view.locale.strings)}</span>
          </p>`
        : nothing
    }
    ${
      hasMore
        ? html`<button type="button" class="button more-log" @click=${view.act.moreLog}>${words.loadMore}</button>`
        : nothing
    }
  </section>`
}

function deliveryRow(webhook: Webhook, delivery: WebhookDelivery, view: WebhookView): TemplateResult {
  const { webhooks: words } = view.locale.strings
  const { id, event, status, attempts, error, attempted_at } = delivery
  return html`<li class="delivery" data-delivery-id=${id}>
    <div>
      <p>
        <span class="badge ${tones[status]}">${words[status]}</span>
        <code class="mono" dir="ltr" translate="no">${event}</code>
      </p>
      <p class="muted">
        <span>${view.times.render(attempted_at)}</span>
        <span dir="ltr">${answerWords(delivery, view)}</span>
        <span>${words.attempts(attempts)}</span>
        <code class="mono" dir="ltr" translate="no">${id}</code>
      </p>
      ${error === null ? nothing : html`<p class="muted reason">${words.reasons[error]}</p>`}
    </div>
    <button
      type="button"
      class="button redeliver"
      aria-label=${words.redeliverOf(event)}
      aria-disabled=${view.sending === undefined ? 'false' : 'true'}
      @click=${() => view.act.redeliver(webhook, delivery)}
    >
      ${words.redeliver}
    </button>
  </li>`
}

/** `HTTP 204 · 12 ms`. */
export function answerWords(
  { response_status: status, duration }: WebhookDelivery,
  { locale }: Pick<WebhookView, 'locale'>,
): string {
  const time = new Intl.NumberFormat(locale.lang, { style: 'unit', unit: 'millisecond' }).format(duration)
  return status === null ? time : `HTTP ${status} · ${time}`
}
