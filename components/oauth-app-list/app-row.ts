import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppActions } from '../internal/app-actions/app-actions.js'
import { appIcon } from '../internal/app-actions/app-icon.js'
import { appMenu } from '../internal/app-actions/app-menu.js'
import { statusSwitch } from '../internal/app-actions/status-switch.js'
import type { CopyController } from '../internal/copy.controller.js'
import { menuButton } from '../internal/menu-button.js'
import { appCell, type CellContext } from './app-cells.js'
import type { ListColumn } from './columns.js'
import type { ListSelection } from './list-selection.js'

/** What a row is made with. */
export interface AppRowContext extends CellContext {
  readonly copy: CopyController
  readonly actions: AppActions
  readonly columns: readonly ListColumn[]
  /** Absent where there is nothing to select. */
  readonly selection: ListSelection | undefined
  readonly open: (app: AppSummary) => void
}

/** One app. The roles are said because a row that is laid out as a card would lose those of the table. */
export function appRow(app: AppSummary, context: AppRowContext): TemplateResult {
  const { locale, copy, columns, selection } = context
  const { strings } = locale
  const { client_id, client_name, deleted_at } = app
  const open = deleted_at === undefined ? context.open : undefined
  return html`<tr
    role="row"
    class="row ${open ? '' : 'resting'}"
    data-client-id=${client_id}
    @click=${(event: Event) => {
      if (isOnRowItself(event)) open?.(app)
    }}
  >
    ${selection ? selectCell(app, selection, context) : nothing}
    <th role="rowheader" scope="row" class="app">
      <div class="identity">
        ${appIcon(app)}
        <div class="names">
          ${
            open
              ? html`<button type="button" class="name" @click=${() => open(app)}><bdi>${client_name}</bdi></button>`
              : html`<bdi class="name" tabindex="-1">${client_name}</bdi>`
          }
          <div class="id">
            <code class="mono" dir="ltr" translate="no">${client_id}</code>
            ${copy.button(client_id, client_id, {
              copy: strings.list.copyClientId(client_name),
              copied: strings.common.copied,
              failed: strings.common.copyFailed,
            })}
          </div>
        </div>
      </div>
    </th>
    <td role="cell" class="status">${open ? statusSwitch(app, context.actions, strings) : restState(app, context)}</td>
    ${columns.map((column) => appCell(column, app, context))}
    <td role="cell" class="actions">${open ? menuOf(app, context) : nothing}</td>
  </tr>`
}

/** All of the cell takes the press, as the box alone is small. */
function selectCell(app: AppSummary, selection: ListSelection, { locale }: AppRowContext): TemplateResult {
  if (!selection.takes(app)) return html`<td role="cell" class="select"></td>`
  return html`<td
    role="cell"
    class="select"
    @mousedown=${keepText}
    @click=${({ shiftKey }: MouseEvent) => selection.toggle(app, shiftKey)}
  >
    <input
      type="checkbox"
      aria-label=${locale.strings.bulk.select(app.client_name)}
      .checked=${live(selection.picked.has(app))}
    />
  </td>`
}

/** A press with Shift picks a range, and would select the text between. */
function keepText(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault()
}

/** A deleted app waits: until when it can be restored, and how. */
function restState(app: AppSummary, { locale, actions }: AppRowContext): TemplateResult {
  const { restorable_until } = app
  const { strings } = locale
  return html`<div class="state">
      <span class="badge deleted">${strings.list.deletedStatus}</span>
      ${
        actions.canRestore(app)
          ? html`<button type="button" class="button restore" @click=${() => actions.restore(app)}>
              ${strings.actions.restore}
            </button>`
          : nothing
      }
    </div>
    ${
      restorable_until === undefined
        ? nothing
        : html`<time class="until" datetime=${restorable_until}
            >${strings.list.restorableUntil(locale.exactTime(restorable_until))}</time
          >`
    }`
}

function menuOf(app: AppSummary, { locale, actions }: AppRowContext): TemplateResult | typeof nothing {
  const items = appMenu(app, actions, locale.strings)
  return items.length === 0
    ? nothing
    : menuButton(`menu-${app.client_id}`, locale.strings.list.menuOf(app.client_name), items)
}

/** Not on a control of the row or in its menu, nor at the end of selecting text in it. */
function isOnRowItself({ target, currentTarget }: Event): boolean {
  if (!(target instanceof Element) || target.closest('button, .menu, .select')) return false
  const selection = document.getSelection()
  const selects = selection?.toString() !== '' && currentTarget instanceof Node
  return !selects
}
