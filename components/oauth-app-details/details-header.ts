import { html, nothing, type TemplateResult } from 'lit'
import { appIcon } from '../internal/app-actions/app-icon.js'
import { statusSwitch } from '../internal/app-actions/status-switch.js'
import type { DetailsView } from './details-view.js'

/** Which app it is, and whether it works. */
export function detailsHeader({ app, locale, copy, actions }: DetailsView): TemplateResult {
  const { strings } = locale
  const { client_id, client_name } = app
  const edit = html`<button type="button" class="button edit" @click=${() => actions.edit(app)}>
    ${strings.common.edit}
  </button>`
  return html`<header class="head">
    <div class="identity">
      ${appIcon(app)}
      <div class="names">
        <h2 id="title" tabindex="-1"><bdi>${client_name}</bdi></h2>
        <div class="id">
          <span class="visually-hidden">${strings.common.clientId}</span>
          <code class="mono" dir="ltr" translate="no">${client_id}</code>
          ${copy.button('client_id', client_id, {
            copy: strings.list.copyClientId(client_name),
            copied: strings.common.copied,
            failed: strings.common.copyFailed,
          })}
        </div>
      </div>
    </div>
    <div class="head-actions">
      ${app.deleted_at === undefined ? statusSwitch(app, actions, strings) : nothing}
      ${actions.canEdit(app) ? edit : nothing}
    </div>
  </header>`
}
