import { html, svg, type TemplateResult } from 'lit'

/** 16 × 16, stroked in the colour of the text around it, hidden from assistive technology. */
export const drawn = (shapes: TemplateResult): TemplateResult =>
  html`<svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">${shapes}</svg>`

// On their own for an element that needs no others.
export const alertGlyph = drawn(svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 5v3.5M8 11h.01"/>`)
export const lockGlyph = drawn(
  svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>`,
)
