import { html, type TemplateResult } from 'lit'
import type { PageStrings } from '../locales/en.js'

/** In place of the form until it is there, and about as high. */
export function formSkeleton(strings: PageStrings): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="visually-hidden" role="status">${strings.common.loading}</span>
    ${[0, 1, 2, 3, 4, 5].map(() => html`<div class="bones" aria-hidden="true"><i></i><i></i><i></i></div>`)}
  </div>`
}
