/**
 * A small SVG of 32 × 32 whose `<use>` elements double at each of many levels, so that a renderer draws a million shapes
 * and more. `variant` makes the bytes differ.
 */
export function nestedUse(variant = 0, levels = 22): string {
  const steps = Array.from(
    { length: levels },
    (_, level) => `<g id="g${level + 1}"><use href="#g${level}"/><use href="#g${level}" x="1"/></g>`,
  )
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><defs>' +
    `<path id="g0" d="M0 0h${variant + 1}v1z"/>${steps.join('')}</defs><use href="#g${levels}"/></svg>`
  )
}
