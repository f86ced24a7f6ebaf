import { html, nothing, type TemplateResult } from 'lit'
import type { Grant } from '../../plugin/contract/grants.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import type { PagesController } from '../internal/pages.controller.js'
import { explainGrantsFailure } from './explain-grant-failure.js'
import type { GrantStrings } from './grant-view.js'

const bones = [0, 1, 2]

/** In place of the grants until they are there, in the size of what comes. */
export function grantsSkeleton(): TemplateResult {
  return html`<ul class="rows" aria-hidden="true">
    ${bones.map(
      () =>
        html`<li class="grant">
          <div class="identity">
            <span class="bone icon"></span><span class="names"><span class="bone name"></span></span>
          </div>
          <span class="bone line"></span><span class="bone line"></span>
        </li>`,
    )}
  </ul>`
}

export function grantsEmpty({ grants }: GrantStrings): TemplateResult {
  return html`<div class="panel">
    <h2 tabindex="-1">${grants.emptyTitle}</h2>
    <p>${grants.emptyText}</p>
  </div>`
}

export function grantsError(error: unknown, strings: GrantStrings, retry: () => void): TemplateResult {
  const { errorTitle, retry: again } = strings.grants
  return html`<div class="panel" role="alert">
    <h2>${errorTitle}</h2>
    <p>${explainGrantsFailure(error, strings)}</p>
    <button type="button" class="button retry" @click=${retry}>${again}</button>
  </div>`
}

/** After the last row: the next page, or why it did not come. */
export function moreGrants(
  { hasMore, step, failure }: PagesController<Grant>,
  strings: GrantStrings,
  load: () => void,
): TemplateResult | typeof nothing {
  if (!hasMore) return nothing
  const { loadMore, loading, retry } = strings.grants
  const busy = step === 'more'
  return html`<div class="more">
    ${failure ? fault(explainGrantsFailure(failure.error, strings)) : nothing}
    <button type="button" class="button load-more" aria-disabled=${busy ? 'true' : 'false'} @click=${load}>
      ${busy ? loading : failure ? retry : loadMore}
    </button>
  </div>`
}

function fault(text: string): TemplateResult {
  return html`<p class="fault faults" role="alert">${alertGlyph}<span class="fault-text">${text}</span></p>`
}
