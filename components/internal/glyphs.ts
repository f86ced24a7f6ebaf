import { svg } from 'lit'
import { alertGlyph, drawn, lockGlyph } from './drawn-glyph.js'

/** 16 × 16, stroked in the colour of the text around them, hidden from assistive technology. */
export const glyphs = {
  add: drawn(svg`<path d="M8 3v10M3 8h10"/>`),
  alert: alertGlyph,
  back: drawn(svg`<path d="M13 8H3m4-4L3 8l4 4"/>`),
  check: drawn(svg`<path d="m3 8.5 3.5 3.5L13 4.5"/>`),
  chevron: drawn(svg`<path d="m4 6 4 4 4-4"/>`),
  close: drawn(svg`<path d="m4 4 8 8m0-8-8 8"/>`),
  copy: drawn(
    svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/>`,
  ),
  download: drawn(svg`<path d="M8 2.5v8m-3.5-3L8 11l3.5-3.5M3 13.5h10"/>`),
  lock: lockGlyph,
  more: drawn(svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`),
  people: drawn(
    svg`<circle cx="6" cy="5.5" r="2.5"/><path d="M1.5 13a4.5 4.5 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.2a4.5 4.5 0 0 1 2.5 3.8"/>`,
  ),
  search: drawn(svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3 3"/>`),
  trash: drawn(svg`<path d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9"/>`),
  upload: drawn(svg`<path d="M8 11V3m-3.5 3L8 2.5 11.5 6M3 13.5h10"/>`),
} as const
