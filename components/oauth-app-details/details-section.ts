import { html, nothing, type TemplateResult } from 'lit'
import type { DetailsView } from './details-view.js'

/** One part of the page: its name in the strings is also the id of its heading. */
export interface DetailsSection {
  readonly id: 'review' | 'overview' | 'secrets' | 'scopes' | 'tryIt' | 'users' | 'activity' | 'danger'
  readonly content: TemplateResult
  /** A sentence below the heading. */
  readonly text?: string
  /** Beside the heading. */
  readonly aside?: TemplateResult
}

export function detailsSection({ id, content, text, aside }: DetailsSection, { locale }: DetailsView): TemplateResult {
  return html`<section class="section ${id}" aria-labelledby=${id}>
    <header>
      <div class="section-title">
        <h3 id=${id} tabindex="-1">${locale.strings.details[id]}</h3>
        ${text === undefined ? nothing : html`<p class="help">${text}</p>`}
      </div>
      ${aside ?? nothing}
    </header>
    ${content}
  </section>`
}

/** Ways to the sections, which a page in another page cannot have as addresses. */
export function sectionLinks(sections: readonly DetailsSection[], { locale }: DetailsView): TemplateResult {
  const { details } = locale.strings
  return html`<nav class="links" aria-label=${details.sections}>
    <ul role="list">
      ${sections.map(
        ({ id }) =>
          html`<li>
            <button type="button" class="link" data-section=${id} @click=${goTo}>${details[id]}</button>
          </li>`,
      )}
    </ul>
  </nav>`
}

function goTo({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const root = currentTarget.getRootNode()
  const heading = root instanceof ShadowRoot ? root.getElementById(currentTarget.dataset['section'] ?? '') : null
  heading?.focus({ preventScroll: true })
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  heading?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
}
