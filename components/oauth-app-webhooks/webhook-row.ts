import { html, nothing, type TemplateResult } from 'lit'
import type { Webhook } from '../../plugin/contract/webhooks.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { menuButton } from '../internal/menu-button.js'
import { deliveryLog } from './delivery-log.js'
import { webhookPlaces, type WebhookView } from './webhook-view.js'

/** One endpoint. */
export function webhookRow(webhook: Webhook, view: WebhookView): TemplateResult {
  const { webhooks: words } = view.locale.strings
  const { id, url, description, events, created_at } = webhook
  const isOpen = view.open === id
  return html`<li class="webhook" data-webhook-id=${id}>
    <div class="head">
      <div class="names">
        <h2 tabindex="-1"><span class="mono" dir="ltr" translate="no">${url}</span> ${badge(webhook, view)}</h2>
        ${description === '' ? nothing : html`<p dir="auto">${description}</p>`}
        <p class="muted">
          ${placeName(webhook, view)}<span>${words.chosen(events.length)}</span>
          <span>${words.created} ${view.times.render(created_at)}</span>
        </p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="button test"
          aria-label=${words.testOf(url)}
          aria-disabled=${view.sending === undefined ? 'false' : 'true'}
          @click=${() => view.act.test(webhook)}
        >
          ${words.test}
        </button>
        ${menu(webhook, view)}
      </div>
    </div>
    ${state(webhook, view)}
    <details>
      <summary>${words.events}</summary>
      <ul class="events" role="list">
        ${events.map((event) => html`<li>${words.kinds[event]} <code class="mono" dir="ltr">${event}</code></li>`)}
      </ul>
    </details>
    <button
      type="button"
      class="button plain disclose"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label=${words.logOf(url)}
      @click=${() => view.act.openLog(webhook)}
    >
      ${words.log}
    </button>
    ${isOpen ? deliveryLog(webhook, view) : nothing}
  </li>`
}

function menu(webhook: Webhook, { locale, act }: WebhookView): TemplateResult {
  const { webhooks: words } = locale.strings
  const active = webhook.status === 'active'
  return menuButton(`menu-${webhook.id}`, words.more(webhook.url), [
    { label: words.edit, select: () => act.edit(webhook) },
    { label: words.rotate, select: () => act.rotate(webhook) },
    { label: active ? words.disable : words.enable, select: () => act.toggle(webhook) },
    { label: words.remove, select: () => act.remove(webhook) },
  ])
}

/** Where there is a choice. */
function placeName({ organization_id: organization }: Webhook, view: WebhookView): TemplateResult | typeof nothing {
  const places = webhookPlaces(view.config, view.locale.strings.webhooks.own)
  if (places.length < 2) return nothing
  const name = places.find(({ id }) => id === organization)?.name ?? organization
  return name === null ? nothing : html`<bdi>${name}</bdi>`
}

function badge({ status, failing_since: failing }: Webhook, { locale }: WebhookView): TemplateResult {
  const { webhooks: words } = locale.strings
  if (status === 'disabled') return html`<span class="badge">${words.disabled}</span>`
  if (failing !== null) return html`<span class="badge warning">${words.failing}</span>`
  return html`<span class="badge success">${words.active}</span>`
}

/** What is wrong, and what becomes of it; which secrets sign. */
function state(webhook: Webhook, { locale, times }: WebhookView): TemplateResult | typeof nothing {
  const { webhooks: words } = locale.strings
  const { status, status_reason: reason, failing_since: failing, secrets } = webhook
  const wrong =
    reason === 'gone'
      ? words.disabledGone
      : reason === 'failing'
        ? words.disabledFailing
        : status === 'active' && failing !== null
          ? words.failingText
          : undefined
  const former = secrets.find(({ expires_at }) => expires_at !== null)
  return html`${wrong === undefined ? nothing : html`<p class="state">${alertGlyph}<span>${wrong}</span></p>`}
  ${former?.expires_at ? html`<p class="muted">${words.formerSecret} ${times.render(former.expires_at)}</p>` : nothing}`
}
