import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppSort } from '../../plugin/contract/app-values.js'
import { glyphs } from '../internal/glyphs.js'
import { appRow, type AppRowContext } from './app-row.js'
import { columnTitle, nextSort, sortedBy, type ListColumn } from './columns.js'
import type { ListSelection } from './list-selection.js'

const skeletonRows = 5

export interface AppTableContext extends AppRowContext {
  readonly busy: boolean
  readonly sort: AppSort
  readonly sortBy: (sort: AppSort) => void
}

/** @param apps the rows; while there are none yet, rows of their size stand in for them. */
export function appTable(apps: readonly AppSummary[] | undefined, context: AppTableContext): TemplateResult {
  const { strings } = context.locale
  const { list } = strings
  const { columns, selection, busy } = context
  return html`<table role="table" aria-label=${list.title} aria-busy=${busy ? 'true' : 'false'}>
    <thead role="rowgroup">
      <tr role="row">
        ${selection ? selectAllHeader(selection, context) : nothing} ${header('app', list.columnApp, context)}
        ${header('status', list.columnStatus, context)}
        ${columns.map((column) => header(column, columnTitle(column, strings), context))}
        <th role="columnheader" scope="col" class="actions">
          <span class="visually-hidden">${list.columnActions}</span>
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${
        apps
          ? // Another app has another row; another icon too, since one that did not load stays hidden.
            apps.map((app) => keyed(`${app.client_id} ${app.logo_uri}`, appRow(app, context)))
          : Array.from({ length: skeletonRows }, () => skeletonRow(context))
      }
    </tbody>
  </table>`
}

/** The title of a column; a button where the rows can be sorted by it. */
function header(name: string, title: string, { sort, sortBy }: AppTableContext): TemplateResult {
  const sorted = sortedBy(name, sort)
  const next = nextSort(name, sort)
  return html`<th role="columnheader" scope="col" class=${name} aria-sort=${sorted ?? nothing}>
    ${
      next
        ? html`<button type="button" class="sort-title ${sorted ?? ''}" @click=${() => sortBy(next)}>
            ${title}${glyphs.chevron}
          </button>`
        : title
    }
  </th>`
}

function selectAllHeader(selection: ListSelection, { locale }: AppTableContext): TemplateResult {
  const selected = selection.picked.of(selection.rows)
  const { bulk } = locale.strings
  return html`<th role="columnheader" scope="col" class="select">
    <label
      ><input
        type="checkbox"
        class="select-all"
        ?disabled=${selection.rows.length === 0}
        .checked=${live(selected === 'all')}
        .indeterminate=${live(selected === 'some')}
        @click=${selection.toggleRows}
      /><span class="select-all-label">${bulk.selectAll}</span></label
    >
  </th>`
}

function skeletonRow({ columns, selection }: { columns: readonly ListColumn[]; selection: unknown }): TemplateResult {
  return html`<tr class="row skeleton" aria-hidden="true">
    ${selection ? html`<td class="select"></td>` : nothing}
    <td class="app">
      <div class="identity">
        <span class="bone icon"></span>
        <div class="names"><span class="bone name"></span><span class="bone id"></span></div>
      </div>
    </td>
    <td class="status"><span class="bone"></span></td>
    ${columns.map((column) => html`<td class="cell ${column}"><span class="bone"></span></td>`)}
    <td class="actions"></td>
  </tr>`
}
