import { html, nothing, type TemplateResult } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { PageStrings } from '../../locales/en.js'
import type { AppActions } from './app-actions.js'

/** The status of an app as a badge and, where it can be switched, as a switch. */
export function statusSwitch(app: AppSummary, actions: AppActions, strings: PageStrings): TemplateResult {
  const control = html`<button
    type="button"
    role="switch"
    class="switch"
    aria-checked=${app.status === 'active' ? 'true' : 'false'}
    aria-label=${strings.actions.enabledSwitch(app.client_name)}
    aria-busy=${actions.isBusy(app) ? 'true' : 'false'}
    @click=${() => actions.toggle(app)}
  ></button>`
  return html`<div class="state">
    ${actions.canToggle(app) ? control : nothing}
    <span class="badge ${app.status}">${strings.statuses[app.status]}</span>
  </div>`
}
