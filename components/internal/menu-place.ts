const gap = 4
const edge = 8

/**
 * Puts an open menu beside its button where the browser cannot anchor it with CSS: below where there is room, else above,
 * its end under the end of the button, and inside the window. It follows when the page scrolls.
 */
export function placeMenu(menu: HTMLElement): void {
  const button = menu.previousElementSibling
  // The same condition as in the style sheet, which says nothing of a place then.
  if (!button || CSS.supports('position-area', 'end')) return
  const listening = new AbortController()
  const options = { capture: true, passive: true, signal: listening.signal }
  const place = (): void => {
    if (menu.matches(':popover-open')) putBeside(menu, button.getBoundingClientRect())
    else listening.abort()
  }
  place()
  addEventListener('scroll', place, options)
  addEventListener('resize', place, options)
  menu.addEventListener('toggle', place, { signal: listening.signal })
}

function putBeside(menu: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu
  const { clientWidth, clientHeight } = document.documentElement
  const rightToLeft = getComputedStyle(menu).direction === 'rtl'
  const left = rightToLeft ? button.left : button.right - width
  const below = button.bottom + gap
  const top = below + height > clientHeight && button.top - gap - height >= 0 ? button.top - gap - height : below
  Object.assign(menu.style, {
    inset: 'auto',
    margin: '0',
    left: `${Math.max(edge, Math.min(left, clientWidth - width - edge))}px`,
    top: `${top}px`,
  })
}
