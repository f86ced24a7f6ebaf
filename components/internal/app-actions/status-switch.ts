import { html, nothing, type TemplateResult } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { AppStatus } from '../../../plugin/contract/app-values.js'
import { isApproved } from '../../../plugin/contract/review-values.js'
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
    ${actions.canToggle(app) ? control : nothing} ${badge(app.status, strings.statuses[app.status])}
    ${isApproved(app) && app.review ? badge(app.review.status, strings.list.changes(strings.statuses[app.review.status])) : nothing}
  </div>`
}

function badge(status: AppStatus, text: string): TemplateResult {
  return html`<span class="badge ${status}">${text}</span>`
}
