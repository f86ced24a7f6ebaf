import { html, nothing, type TemplateResult } from 'lit'
import type { Webhook } from '../../plugin/contract/webhooks.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import type { PagesController } from '../internal/pages.controller.js'
import { explainWebhooksFailure } from './explain-webhook-failure.js'
import type { WebhookStrings } from './webhook-view.js'

/** In place of the endpoints until they are there, in the size of what comes. */
export function webhooksSkeleton(): TemplateResult {
  return html`<ul class="rows" aria-hidden="true">
    ${[0, 1].map(() => html`<li class="webhook"><span class="bone name"></span><span class="bone line"></span></li>`)}
  </ul>`
}

export function webhooksEmpty({ webhooks }: WebhookStrings): TemplateResult {
  return html`<div class="panel">
    <h2 tabindex="-1">${webhooks.emptyTitle}</h2>
    <p>${webhooks.emptyText}</p>
  </div>`
}

export function webhooksError(error: unknown, strings: WebhookStrings, retry: () => void): TemplateResult {
  const { errorTitle, retry: again } = strings.webhooks
  return html`<div class="panel" role="alert">
    <h2>${errorTitle}</h2>
    <p>${explainWebhooksFailure(error, strings)}</p>
    <button type="button" class="button retry" @click=${retry}>${again}</button>
  </div>`
}

/** After the last row: the next page, or why it did not come. */
export function moreWebhooks(
  { hasMore, step, failure }: PagesController<Webhook>,
  strings: WebhookStrings,
  load: () => void,
): TemplateResult | typeof nothing {
  if (!hasMore) return nothing
  const { loadMore, loading, retry } = strings.webhooks
  const busy = step === 'more'
  return html`<div class="more">
    ${
      failure
        ? html`<p class="fault faults" role="alert">
            ${alertGlyph}<span class="fault-text">${explainWebhooksFailure(failure.error, strings)}</span>
          </p>`
        : nothing
    }
    <button type="button" class="button load-more" aria-disabled=${busy ? 'true' : 'false'} @click=${load}>
      ${busy ? loading : failure ? retry : loadMore}
    </button>
  </div>`
}
