import { html, nothing, type TemplateResult } from 'lit'
import type { AppSummary } from '../../plugin/contract/app.js'
import type { AppActions } from '../internal/app-actions/app-actions.js'
import { appIcon } from '../internal/app-actions/app-icon.js'
import { appMenu } from '../internal/app-actions/app-menu.js'
import { statusSwitch } from '../internal/app-actions/status-switch.js'
import type { CopyController } from '../internal/copy.controller.js'
import type { LocaleController } from '../internal/locale.controller.js'
import { menuButton } from '../internal/menu-button.js'

/** What a row is made with. */
export interface AppRowContext {
  readonly locale: LocaleController
  readonly copy: CopyController
  readonly actions: AppActions
  readonly open: (app: AppSummary) => void
}

/** One app. The roles are said because a row that is laid out as a card would lose those of the table. */
export function appRow(app: AppSummary, context: AppRowContext): TemplateResult {
  const { locale, copy, open } = context
  const { strings } = locale
  const { client_id, client_name, created_at } = app
  return html`<tr
    role="row"
    class="row"
    data-client-id=${client_id}
    @click=${(event: Event) => {
      if (isOnRowItself(event)) open(app)
    }}
  >
    <th role="rowheader" scope="row" class="app">
      <div class="identity">
        ${appIcon(app)}
        <div class="names">
          <button type="button" class="name" @click=${() => open(app)}><bdi>${client_name}</bdi></button>
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
    <td role="cell" class="status">${statusSwitch(app, context.actions, strings)}</td>
    <td role="cell" class="created">
      <time datetime=${created_at} title=${locale.exactTime(created_at)}
        ><span class="visually-hidden">${strings.list.columnCreated}</span> ${locale.relativeTime(created_at)}<span
          class="visually-hidden"
          >, ${locale.exactTime(created_at)}</span
        ></time
      >
    </td>
    <td role="cell" class="actions">${menuOf(app, context)}</td>
  </tr>`
}

function menuOf(app: AppSummary, { locale, actions }: AppRowContext): TemplateResult | typeof nothing {
  const items = appMenu(app, actions, locale.strings)
  return items.length === 0
    ? nothing
    : menuButton(`menu-${app.client_id}`, locale.strings.list.menuOf(app.client_name), items)
}

/** Not on a control of the row or in its menu, nor at the end of selecting text in it. */
function isOnRowItself({ target, currentTarget }: Event): boolean {
  if (!(target instanceof Element) || target.closest('button, .menu')) return false
  const selection = document.getSelection()
  const selects = selection?.toString() !== '' && currentTarget instanceof Node
  return !selects
}
