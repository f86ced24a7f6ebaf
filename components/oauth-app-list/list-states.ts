import { html, type TemplateResult } from 'lit'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { Strings } from '../locales/en.js'
import { registerButton } from './list-toolbar.js'

/** Nobody has registered an app yet. */
export function emptyState(strings: Strings, register: (() => void) | undefined): TemplateResult {
  return html`<div class="panel">
    <h2>${strings.list.emptyTitle}</h2>
    <p>${strings.list.emptyText}</p>
    ${registerButton({ strings, register })}
    <slot name="empty"></slot>
  </div>`
}

export function noMatchState({ list }: Strings, clearFilters: () => void): TemplateResult {
  return html`<div class="panel">
    <h2>${list.noMatchTitle}</h2>
    <p>${list.noMatchText}</p>
    <button type="button" class="button" @click=${clearFilters}>${list.clearFilters}</button>
  </div>`
}

export function errorState(strings: Strings, error: unknown, retry: () => void): TemplateResult {
  return html`<div class="panel" role="alert">
    <h2>${strings.list.errorTitle}</h2>
    <p>${explainLoading(error, strings)}</p>
    <button type="button" class="button" @click=${retry}>${strings.common.retry}</button>
  </div>`
}

/** After the last row: the next page, or why it did not come. */
export function moreRows(
  strings: Strings,
  { loading, error, load }: { loading: boolean; error: unknown; load: () => Promise<void> },
): TemplateResult {
  const failure = error
    ? html`<p class="failed" role="alert">${glyphs.alert}<span>${explainLoading(error, strings)}</span></p>`
    : ''
  return html`<div class="more">
    ${failure}
    <button type="button" class="button load-more" aria-disabled=${loading ? 'true' : 'false'} @click=${load}>
      ${loading ? strings.common.loading : error ? strings.common.retry : strings.list.loadMore}
    </button>
  </div>`
}

/** Of the list as a whole, "forbidden" and "not found" mean something else than of one app. */
function explainLoading(error: unknown, strings: Strings): string {
  const code = error instanceof ApiError ? error.code : undefined
  if (code === 'forbidden') return strings.list.errorForbidden
  if (code === 'not_found') return strings.list.errorNotFound
  return explainFailure(error, strings)
}
