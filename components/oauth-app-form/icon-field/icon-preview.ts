import { html, type TemplateResult } from 'lit'

/** True size, and as a dense screen or a larger place shows it. */
const sizes = [32, 64] as const
const grounds = ['light', 'dark'] as const

/** On light and on dark ground, at both sizes. Canvases are painted afterwards: `data-fit` says how. */
export function iconPreview(label: string, picture: (size: 32 | 64) => TemplateResult): TemplateResult {
  return html`<span class="preview" role="img" aria-label=${label}>
    ${grounds.map((ground) => html`<span class="ground ${ground}">${sizes.map((size) => picture(size))}</span>`)}
  </span>`
}

export function canvasOf(size: 32 | 64, fit: string): TemplateResult {
  const pixels = Math.round(size * globalThis.devicePixelRatio)
  return html`<canvas class="size-${size}" width=${pixels} height=${pixels} data-fit=${fit}></canvas>`
}

export function logoOf(size: 32 | 64, address: string): TemplateResult {
  return html`<img class="size-${size}" src=${address} alt="" />`
}
