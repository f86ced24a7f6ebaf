import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AppSort } from '../../plugin/contract/app-values.js'
import { glyphs } from '../internal/glyphs.js'
import { menuButton } from '../internal/menu-button.js'
import type { PageStrings } from '../locales/en.js'
import { columnTitle, listColumns, type ListColumn } from './columns.js'
import type { SearchController } from './search.controller.js'

export interface ListToolbarContext {
  readonly strings: PageStrings
  readonly search: SearchController
  readonly sort: AppSort
  readonly columns: readonly ListColumn[]
  /** Whether something else stands in its place; it keeps its room meanwhile. */
  readonly replaced: boolean
  /** Absent where the caller may not register apps. */
  readonly register: (() => void) | undefined
  readonly sortBy: (sort: AppSort) => void
  readonly showColumns: (columns: readonly ListColumn[]) => void
}

/** Search, order, columns, and the one primary button. */
export function listToolbar(context: ListToolbarContext): TemplateResult {
  return html`<div class="toolbar" ?inert=${context.replaced}>
    ${searchField(context)} ${sortSelect(context)} ${columnsMenu(context)} ${registerButton(context)}
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
    ${search.text === '' ? nothing : clearButton(strings, search)}
  </div>`
}

/** In place of the browser's own, which no key reaches. */
function clearButton({ list }: PageStrings, search: SearchController): TemplateResult {
  return html`<button
    type="button"
    class="icon-button clear-search"
    aria-label=${list.clearSearch}
    title=${list.clearSearch}
    @click=${({ currentTarget }: Event & { readonly currentTarget: HTMLElement }) => {
      currentTarget.parentElement?.querySelector('input')?.focus()
      search.type('')
      search.commit()
    }}
  >
    ${glyphs.close}
  </button>`
}

function sortSelect({ strings, sort, sortBy }: ListToolbarContext): TemplateResult {
  const { list } = strings
  const sorts: readonly (readonly [AppSort, string])[] = [
    ['-created_at', list.sortNewest],
    ['created_at', list.sortOldest],
    ['client_name', list.sortName],
    ['-client_name', list.sortNameDescending],
    ['-updated_at', list.sortUpdated],
    ['updated_at', list.sortUpdatedAscending],
    ['-last_used_at', list.sortUsed],
    ['last_used_at', list.sortUsedAscending],
  ]
  return html`<span class="dropdown sort">
    <select
      class="input"
      aria-label=${list.sort}
      @change=${({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) => {
        const [chosen] = sorts[currentTarget.selectedIndex] ?? []
        if (chosen) sortBy(chosen)
      }}
    >
      ${sorts.map(([value, label]) => html`<option value=${value} .selected=${live(value === sort)}>${label}</option>`)}
    </select>
    ${glyphs.chevron}
  </span>`
}

function columnsMenu({ strings, columns, showColumns }: ListToolbarContext): TemplateResult {
  const items = listColumns.map((column) => ({
    label: columnTitle(column, strings),
    checked: columns.includes(column),
    select: () =>
      showColumns(
        listColumns.filter((other) => (other === column ? !columns.includes(other) : columns.includes(other))),
      ),
  }))
  const face = html`${strings.list.columns}${glyphs.chevron}`
  return html`<div class="columns">${menuButton('columns', strings.list.columns, items, face)}</div>`
}
