import { html, nothing, type TemplateResult } from 'lit'
import type { Secret } from '../../../plugin/contract/app.js'
import type { DetailsView } from '../details-view.js'
import { secretName } from './secret-name.js'

/** A secret that ends soon: with another in its place, or without one. */
export type SecretEnding = 'replaced' | 'alone'

interface SecretState {
  readonly ending: SecretEnding | undefined
  readonly mayEnd: boolean
  /** The only one left, which cannot be ended. */
  readonly last: boolean
}

/** One live secret: what it is called, when it was made, when it ends, and whether anything uses it. */
export function secretRow(secret: Secret, view: DetailsView, { ending, mayEnd, last }: SecretState): TemplateResult {
  const { locale, times, endSecret } = view
  const { strings } = locale
  const { details, list } = strings
  const name = secretName(secret, strings)
  const ends =
    secret.expires_at === null
      ? html`<span>${details.secretNeverExpires}</span>`
      : html`<span>${details.secretExpires} ${times.render(secret.expires_at)}</span>`
  const used =
    secret.last_used_at === null
      ? html`<span>${details.neverUsed}</span>`
      : html`<span>${list.columnLastUsed} ${times.render(secret.last_used_at)}</span>`
  return html`<li class="secret" data-secret-id=${secret.id}>
    <div class="secret-facts">
      <p class="secret-name">
        <bdi>${secret.name === '' ? details.secretUnnamed : secret.name}</bdi>
        <span class="visually-hidden">${details.secretHint(secret.hint)}</span>
        <code class="mono" dir="ltr" aria-hidden="true">…${secret.hint}</code>
        ${ending ? html`<span class="badge ${ending === 'alone' ? 'pending' : ''}">${details.secretEndsSoon}</span>` : nothing}
      </p>
      <p class="help facts-line"><span>${list.columnCreated} ${times.render(secret.created_at)}</span>${used}${ends}</p>
      ${last && mayEnd ? html`<p class="help last">${details.secretLast}</p>` : nothing}
    </div>
    ${
      mayEnd && !last
        ? html`<button
            type="button"
            class="button end"
            aria-label=${details.secretEndOf(name)}
            @click=${() => {
              endSecret(secret)
            }}
          >
            ${details.secretEnd}
          </button>`
        : nothing
    }
  </li>`
}
