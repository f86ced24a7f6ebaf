import { html, nothing, type TemplateResult } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import type { LocaleController } from '../internal/locale.controller.js'
import { organizationName } from '../internal/organizations-of.js'
import type { RelativeTimeController } from '../internal/relative-time.js'
import { columnTitle, type ListColumn } from './columns.js'

/** So many scopes are told by name; the others are counted. */
const namedScopes = 2

export interface CellContext {
  readonly locale: LocaleController
  readonly times: RelativeTimeController
  /** `undefined` until it is known what the host is set up for. */
  readonly config: Config | undefined
}

/** What an optional column says of an app; its title is shown beside it where the row is a card. */
export function appCell(column: ListColumn, app: AppSummary, context: CellContext): TemplateResult {
  return html`<td role="cell" class="cell ${column}">
    <span class="cell-label" aria-hidden="true">${columnTitle(column, context.locale.strings)}</span>
    <span class="value">${contentOf(column, app, context)}</span>
  </td>`
}

function contentOf(column: ListColumn, app: AppSummary, { locale, times, config }: CellContext): unknown {
  const { common, list } = locale.strings
  switch (column) {
    case 'created_by':
      return html`<bdi>${app.created_by.name}</bdi>`
    case 'organization':
      return app.organization_id === null
        ? common.none
        : html`<bdi>${organizationName(config, app.organization_id) ?? app.organization_id}</bdi>`
    case 'scopes':
      return app.scopes.length === 0 ? common.none : scopesOf(app, locale)
    case 'last_used':
      return app.last_used_at === null ? list.neverUsed : times.render(app.last_used_at, list.columnLastUsed)
    case 'updated':
      return times.render(app.updated_at, list.columnUpdated)
    case 'created':
      return times.render(app.created_at, list.columnCreated)
  }
}

function scopesOf({ scopes }: AppSummary, locale: LocaleController): TemplateResult {
  const others = scopes.slice(namedScopes)
  const more = html`<span title=${others.join(', ')}
    ><span aria-hidden="true">+${locale.number(others.length)}</span
    ><span class="visually-hidden">${others.join(', ')}</span></span
  >`
  return html`${scopes
    .slice(0, namedScopes)
    .map(
      (name) => html`<code class="mono" dir="ltr" translate="no">${name}</code> `,
    )}${others.length > 0 ? more : nothing}`
}
