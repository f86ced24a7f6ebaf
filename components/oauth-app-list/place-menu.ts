const gap = 4
const margin = 8

/**
 * Puts a menu under the end of its button, or above it where there is more room, and always inside the viewport: for
 * browsers that cannot anchor by CSS.
 */
export function placeMenu(menu: HTMLElement, button: Element): void {
  const at = button.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const below = at.bottom + gap
  const top = below + height + margin <= clientHeight ? below : at.top - gap - height
  const left = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width
  menu.style.inset = 'auto'
  menu.style.top = `${Math.max(margin, top)}px`
  menu.style.left = `${Math.max(margin, Math.min(left, clientWidth - width - margin))}px`
}
