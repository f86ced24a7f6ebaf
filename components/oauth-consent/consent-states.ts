import { html, nothing, type TemplateResult } from 'lit'
import { alertGlyph } from '../internal/drawn-glyph.js'
import type { ConsentProblem } from './consent-request.js'
import type { ConsentLanguage } from './consent-view.js'

const kinds = {
  app_unavailable: 'unavailable',
  app_unapproved: 'unapproved',
  redirect_uri_invalid: 'redirect',
  scope_invalid: 'scope',
  expired: 'expired',
  unreachable: 'unreachable',
} as const satisfies Record<ConsentProblem, string>

/** In place of a request that cannot be decided on: what is wrong, and what to do, with nothing to allow. */
export function consentProblem(
  problem: ConsentProblem,
  { strings }: ConsentLanguage,
  retry: (() => void) | undefined,
): TemplateResult {
  const words = strings.consent
  // An attribute may say anything.
  const kind = Object.hasOwn(kinds, problem) ? kinds[problem] : 'unreachable'
  return html`<section class="card problem" aria-labelledby="title">
    <h2 id="title" tabindex="-1">${alertGlyph}${words[`${kind}Title`]}</h2>
    <p role="alert">${words[`${kind}Text`]}</p>
    ${retry ? html`<button type="button" class="button" @click=${retry}>${words.retry}</button>` : nothing}
    <slot name="footer"></slot>
  </section>`
}

/** About as high as a request with a few scopes. */
export function consentSkeleton({ strings }: ConsentLanguage): TemplateResult {
  return html`<div class="card" aria-busy="true">
    <span class="visually-hidden" role="status">${strings.consent.loading}</span>
    <div class="bones" aria-hidden="true">
      <i class="bone square"></i><i class="bone title"></i><i class="bone"></i> <i class="bone row"></i
      ><i class="bone row"></i><i class="bone row"></i><i class="bone row"></i>
    </div>
  </div>`
}
