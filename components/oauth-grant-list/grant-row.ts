import { html, nothing, type TemplateResult } from 'lit'
import type { Grant } from '../../plugin/contract/grants.js'
import { checkWebUrl } from '../../plugin/contract/web-url.js'
import { appIcon } from '../internal/app-actions/app-icon.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { accessList } from './access-list.js'
import { nameOf, type GrantView } from './grant-view.js'

/** What one app was allowed. */
export function grantRow(grant: Grant, view: GrantView): TemplateResult {
  const { app, created_at, last_used_at } = grant
  const { grants: words } = view.locale.strings
  const name = nameOf(grant, view.locale.strings)
  return html`<li class="grant ${app.status}" data-grant-id=${grant.id}>
    <div class="head">
      <div class="identity">
        ${appIcon({ ...app, client_name: app.client_name ?? '?' })}
        <div class="names">
          <h2 tabindex="-1"><bdi>${name}</bdi> ${badge(grant, view)}</h2>
          ${app.publisher ? html`<p class="muted" dir="auto">${words.publisher(app.publisher.name)}</p>` : nothing}
        </div>
      </div>
      <div class="actions">${actions(grant, name, view)}</div>
    </div>
    ${stateOf(grant, view)} ${accessList(grant, view)}
    <div class="foot">
      <dl class="facts">
        <div>
          <dt>${words.firstAllowed}</dt>
          <dd>${view.times.render(created_at)}</dd>
        </div>
        <div>
          <dt>${words.lastUsed}</dt>
          <dd>${last_used_at === null ? words.neverUsed : view.times.render(last_used_at)}</dd>
        </div>
      </dl>
      ${links(grant, name, view)}
    </div>
  </li>`
}

/** With one permission, taking it away is revoking. */
function actions(grant: Grant, name: string, { locale, change, revoke }: GrantView): TemplateResult {
  const { grants: words } = locale.strings
  const changing = html`<button
    type="button"
    class="button change"
    aria-label=${words.changeOf(name)}
    @click=${() => change(grant)}
  >
    ${words.change}
  </button>`
  return html`${grant.scopes.length > 1 ? changing : nothing}
    <button type="button" class="button revoke" aria-label=${words.revokeOf(name)} @click=${() => revoke(grant)}>
      ${words.revoke}
    </button>`
}

function badge({ app }: Grant, { locale }: GrantView): TemplateResult | typeof nothing {
  if (app.status === 'active') return nothing
  return html`<span class="badge">${locale.strings.grants[app.status]}</span>`
}

/** Why what was allowed does not work, and what may become of it. */
function stateOf({ app }: Grant, { locale }: GrantView): TemplateResult | typeof nothing {
  if (app.status === 'active') return nothing
  const { suspendedText, deletedText } = locale.strings.grants
  return html`<p class="state">
    ${alertGlyph}<span>${app.status === 'suspended' ? suspendedText : deletedText}</span>
  </p>`
}

/** Judged again, since strangers follow them. */
function links({ app }: Grant, name: string, { locale }: GrantView): TemplateResult | typeof nothing {
  const { website, policy, terms, about } = locale.strings.grants
  const all = [
    { url: app.client_uri, text: website },
    { url: app.policy_uri, text: policy },
    { url: app.tos_uri, text: terms },
  ]
  const sound = all.filter(({ url }) => url !== null && checkWebUrl(url).length === 0)
  if (sound.length === 0) return nothing
  return html`<ul class="links" role="list" aria-label=${about(name)}>
    ${sound.map(({ url, text }) => html`<li><a href=${url ?? nothing} rel="noopener noreferrer">${text}</a></li>`)}
  </ul>`
}
