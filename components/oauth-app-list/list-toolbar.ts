import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AppSort, AppStatus } from '../../plugin/contract/app-values.js'
import { glyphs } from '../internal/glyphs.js'
import type { Strings } from '../locales/en.js'
import type { AppListFilter } from './oauth-app-list.events.js'
import type { SearchController } from './search.controller.js'

export interface ListToolbarContext {
  readonly strings: Strings
  readonly search: SearchController
  readonly status: AppStatus | undefined
  readonly sort: AppSort
  /** Absent where the caller may not register apps. */
  readonly register: (() => void) | undefined
  readonly change: (filter: Partial<AppListFilter>) => void
}

/** Search, status filter, sort, and the one primary button. */
export function listToolbar(context: ListToolbarContext): TemplateResult {
  return html`<div class="toolbar">
    ${searchField(context)} ${statusChips(context)} ${sortSelect(context)} ${registerButton(context)}
  </div>`
}

export function registerButton({ strings, register }: Pick<ListToolbarContext, 'strings' | 'register'>) {
  if (!register) return nothing
  return html`<button type="button" class="button primary register" @click=${register}>
    ${glyphs.add}${strings.list.register}
  </button>`
}

function searchField({ strings, search }: ListToolbarContext): TemplateResult {
  return html`<div class="search" role="search">
    ${glyphs.search}
    <input
      type="search"
      class="input"
      aria-label=${strings.list.search}
      placeholder=${strings.list.search}
      autocomplete="off"
      spellcheck="false"
      .value=${live(search.text)}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) search.type(target.value)
      }}
      @keydown=${({ key, isComposing }: KeyboardEvent) => {
        if (key === 'Enter' && !isComposing) search.commit()
      }}
    />
  </div>`
}

function statusChips({ strings, status, change }: ListToolbarContext): TemplateResult {
  const filters: (AppStatus | undefined)[] = [undefined, 'active', 'disabled']
  if (!filters.includes(status)) filters.push(status)
  return html`<div class="chips" role="group" aria-label=${strings.list.status}>
    ${filters.map(
      (filter) =>
        html`<button
          type="button"
          class="chip"
          aria-pressed=${filter === status ? 'true' : 'false'}
          @click=${() => change({ status: filter })}
        >
          ${filter ? strings.statuses[filter] : strings.list.allStatuses}
        </button>`,
    )}
  </div>`
}

function sortSelect({ strings, sort, change }: ListToolbarContext): TemplateResult {
  const { list } = strings
  const sorts: readonly (readonly [AppSort, string])[] = [
    ['-created_at', list.sortNewest],
    ['created_at', list.sortOldest],
    ['client_name', list.sortName],
    ['-client_name', list.sortNameDescending],
    ['-updated_at', list.sortUpdated],
  ]
  return html`<span class="sort">
    <select
      class="input"
      aria-label=${list.sort}
      @change=${({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) => {
        const [chosen] = sorts[currentTarget.selectedIndex] ?? []
        if (chosen) change({ sort: chosen })
      }}
    >
      ${sorts.map(([value, label]) => html`<option value=${value} .selected=${live(value === sort)}>${label}</option>`)}
    </select>
    ${glyphs.chevron}
  </span>`
}
