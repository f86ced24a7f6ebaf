import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppSort } from '../../plugin/contract/app-values.js'
import { appRow, type AppRowContext } from './app-row.js'

const skeletonRows = 5

/** @param apps the rows; while there are none yet, rows of their size stand in for them. */
export function appTable(
  apps: readonly AppSummary[] | undefined,
  { busy, sort, ...context }: AppRowContext & { readonly busy: boolean; readonly sort: AppSort },
): TemplateResult {
  const { list } = context.locale.strings
  const columns: readonly (readonly [name: string, title: string, sortedBy?: AppSort])[] = [
    ['app', list.columnApp, 'client_name'],
    ['status', list.columnStatus],
    ['created', list.columnCreated, 'created_at'],
    ['actions', list.columnActions],
  ]
  return html`<table role="table" aria-label=${list.title} aria-busy=${busy ? 'true' : 'false'}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ([name, title, sortedBy]) =>
            html`<th role="columnheader" scope="col" class=${name} aria-sort=${ariaSort(sortedBy, sort)}>
              ${name === 'actions' ? html`<span class="visually-hidden">${title}</span>` : title}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${
        apps
          ? // Another app has another row; another icon too, since one that did not load stays hidden.
            apps.map((app) => keyed(`${app.client_id} ${app.logo_uri}`, appRow(app, context)))
          : Array.from({ length: skeletonRows }, skeletonRow)
      }
    </tbody>
  </table>`
}

function ariaSort(sortedBy: AppSort | undefined, sort: AppSort): 'ascending' | 'descending' | typeof nothing {
  if (sort === sortedBy) return 'ascending'
  return sort === `-${sortedBy ?? ''}` ? 'descending' : nothing
}

function skeletonRow(): TemplateResult {
  return html`<tr class="row skeleton" aria-hidden="true">
    <td class="app">
      <div class="identity">
        <span class="bone icon"></span>
        <div class="names"><span class="bone name"></span><span class="bone id"></span></div>
      </div>
    </td>
    <td class="status"><span class="bone"></span></td>
    <td class="created"><span class="bone"></span></td>
    <td class="actions"></td>
  </tr>`
}
