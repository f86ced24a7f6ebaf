import { html, nothing, type TemplateResult } from 'lit'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { PageStrings } from '../locales/en.js'
import type { AppPagesController } from './app-pages.controller.js'
import type { ListFiltersContext } from './list-filters.js'
import { registerButton, type ListToolbarContext } from './list-toolbar.js'

/** What is under the toolbar. */
export type ListView = 'loading' | 'error' | 'empty' | 'no-match' | 'rows'

type EmptyContext = Pick<ListToolbarContext, 'strings' | 'register'> & Pick<ListFiltersContext, 'config' | 'change'>

/** Nobody has registered an app yet, or all of them are deleted: from here, too, those that rest can be seen. */
export function emptyState({ strings, config, register, change }: EmptyContext): TemplateResult {
  const { emptyTitle, emptyText, showDeleted } = strings.list
  const deleted = html`<button
    type="button"
    class="link"
    @click=${({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      // The button goes; the place of the rows stays.
      currentTarget.closest<HTMLElement>('.results')?.focus()
      change({ status: 'deleted' })
    }}
  >
    ${showDeleted}
  </button>`
  const next = html`${registerButton({ strings, register })}<slot name="empty"></slot>
    ${config?.capabilities.restore_days ? deleted : nothing}`
  return panel(emptyTitle, emptyText, next)
}

export function noMatchState({ list }: PageStrings, clearFilters: () => void): TemplateResult {
  return panel(list.noMatchTitle, list.noMatchText, button(list.clearFilters, clearFilters))
}

export function errorState(strings: PageStrings, error: unknown, retry: () => void): TemplateResult {
  const text = explainLoading(error, strings)
  return panel(strings.list.errorTitle, text, button(strings.common.retry, retry), 'alert')
}

/** What stands in the place of the rows. */
function panel(title: string, text: string, next: TemplateResult, role?: 'alert'): TemplateResult {
  return html`<div class="panel" role=${role ?? nothing}>
    <h2>${title}</h2>
    <p>${text}</p>
    ${next}
  </div>`
}

function button(label: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${press}>${label}</button>`
}

/** After the last row: the next page, or why it did not come. */
export function moreRows(
  strings: PageStrings,
  { hasMore, loading, failure }: AppPagesController,
  load: () => Promise<void>,
): TemplateResult | typeof nothing {
  if (!hasMore) return nothing
  const error = failure?.step === 'more' ? failure.error : undefined
  const fault = html`<p class="fault faults" role="alert">
    ${glyphs.alert}<span class="fault-text">${explainLoading(error, strings)}</span>
  </p>`
  const label = loading === 'more' ? strings.common.loading : error ? strings.common.retry : strings.list.loadMore
  return html`<div class="more">
    ${error ? fault : nothing}
    <button
      type="button"
      class="button load-more"
      aria-disabled=${loading === 'more' ? 'true' : 'false'}
      @click=${load}
    >
      ${label}
    </button>
  </div>`
}

/** Of the list as a whole, "forbidden" and "not found" mean something else than of one app. */
function explainLoading(error: unknown, strings: PageStrings): string {
  const code = error instanceof ApiError ? error.code : undefined
  if (code === 'forbidden') return strings.list.errorForbidden
  if (code === 'not_found') return strings.list.errorNotFound
  return explainFailure(error, strings)
}
