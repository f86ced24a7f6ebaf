import { html, nothing, type TemplateResult } from 'lit'
import type { Secret } from '../../../plugin/contract/app.js'
import { usesSecret } from '../../../plugin/contract/app-values.js'
import { defaultLimits } from '../../../plugin/contract/limits.js'
import { endsSoonDays } from '../../internal/ends-soon.js'
import { glyphs } from '../../internal/glyphs.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'
import { secretRow, type SecretEnding } from './secret-row.js'

/** Milliseconds. The sentence `secretWarning` names the days, too. */
const warningMs = endsSoonDays * 24 * 60 * 60 * 1000

export function secretsSection(view: DetailsView): DetailsSection {
  const { app, locale } = view
  const { credentials, details } = locale.strings
  if (!usesSecret(app.token_endpoint_auth_method)) {
    const why = app.token_endpoint_auth_method === 'none' ? credentials.publicText : credentials.ownKeyText
    return { id: 'secrets', content: html`<p class="quiet">${why}</p>` }
  }
  return { id: 'secrets', text: details.secretsText, aside: secretButtons(view), content: secretList(view) }
}

/** How many more there may be is said beside the button, which stays where it is. */
function secretButtons(view: DetailsView): TemplateResult {
  const { app, actions, addSecret, locale } = view
  const { actions: words, details } = locale.strings
  const full = app.secrets.length >= limitOf(view)
  return html`<div class="section-actions">
    <span class="help">${details.secretsLive(locale.number(app.secrets.length), locale.number(limitOf(view)))}</span>
    ${
      actions.canRotate(app)
        ? html`<button type="button" class="button rotate" @click=${() => actions.rotate(app)}>
              ${words.rotateSecret}
            </button>
            <button
              type="button"
              class="button add"
              aria-disabled=${full ? 'true' : 'false'}
              aria-describedby=${full ? 'secrets-full' : nothing}
              @click=${full ? nothing : addSecret}
            >
              ${glyphs.add}${details.secretAdd}
            </button>`
        : nothing
    }
  </div>`
}

function secretList(view: DetailsView): TemplateResult {
  const { app, actions, locale } = view
  const { details } = locale.strings
  const { secrets } = app
  const max = limitOf(view)
  const ending = secrets.filter((secret) => endingOf(secret, secrets) === 'alone').length
  const mayEnd = actions.canRotate(app)
  return html`${
    ending === 0
      ? nothing
      : html`<div class="notice warning">
          ${glyphs.alert}
          <p>${details.secretWarning(ending)}</p>
        </div>`
  }
  ${
    secrets.length === 0
      ? html`<p class="quiet">${details.noSecret}</p>`
      : html`<ul class="rows secrets-list" role="list">
          ${secrets.map((secret) => secretRow(secret, view, { ending: endingOf(secret, secrets), mayEnd, last: secrets.length === 1 }))}
        </ul>`
  }
  ${
    mayEnd && secrets.length >= max
      ? html`<p class="help" id="secrets-full">${details.secretFull(locale.number(max))}</p>`
      : nothing
  }`
}

function limitOf({ config }: DetailsView): number {
  return config?.limits.secrets_max ?? defaultLimits.secrets_max
}

/**
 * Of one that ends soon, whether something stops working with it unless somebody makes another. One that was rotated ends as
 * it was meant to: a younger one lives on in its place.
 */
function endingOf(secret: Secret, secrets: readonly Secret[]): SecretEnding | undefined {
  if (!endsSoon(secret)) return undefined
  const replaced = secrets.some((other) => other.created_at > secret.created_at && !endsSoon(other))
  return replaced ? 'replaced' : 'alone'
}

function endsSoon({ expires_at }: Secret): boolean {
  return expires_at !== null && Date.parse(expires_at) - Date.now() <= warningMs
}
