import { html, nothing, type TemplateResult } from 'lit'
import { glyphs } from './glyphs.js'
import { placeMenu } from './menu-place.js'

export interface MenuItem {
  readonly label: string
  /** Makes the item one to tick, which leaves the menu open. */
  readonly checked?: boolean
  readonly select: () => void
}

/**
 * A menu button as the ARIA Authoring Practices describe it. The browser opens and closes its popover, says whether it is
 * open and places it; the keys are ours.
 *
 * @param id tells the menus of one element apart.
 * @param face what the button shows in place of three dots.
 */
export function menuButton(
  id: string,
  label: string,
  items: readonly MenuItem[],
  face?: TemplateResult,
): TemplateResult {
  return html`<button
      type="button"
      class="${face ? 'button' : 'icon-button'} menu-button"
      aria-label=${label}
      aria-haspopup="menu"
      popovertarget=${id}
      @keydown=${openAtEnd}
    >
      ${face ?? glyphs.more}
    </button>
    <div id=${id} class="menu" popover role="menu" aria-label=${label} @toggle=${onToggle} @keydown=${onKeydown}>
      ${items.map(menuItem)}
    </div>`
}

function menuItem({ label, checked, select }: MenuItem): TemplateResult {
  return html`<button
    type="button"
    role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
    aria-checked=${checked === undefined ? nothing : String(checked)}
    tabindex="-1"
    @click=${({ currentTarget }: OnElement) => {
      if (checked === undefined) close(currentTarget.parentElement)
      select()
    }}
  >
    ${checked === undefined ? nothing : html`<span class="tick">${checked ? glyphs.check : nothing}</span>`}${label}
  </button>`
}

interface OnElement {
  readonly currentTarget: HTMLElement
}

/** An arrow opens the menu too, at its first or its last item; a menu that has just been opened it does not close again. */
function openAtEnd(event: KeyboardEvent & OnElement): void {
  const { key, currentTarget: button } = event
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  event.preventDefault()
  const menu = button.nextElementSibling
  if (!menu?.matches(':popover-open')) button.click()
  const items = menu?.querySelectorAll('button') ?? []
  items[key === 'ArrowDown' ? 0 : items.length - 1]?.focus()
}

function onToggle({ newState, currentTarget: menu }: ToggleEvent & OnElement): void {
  if (newState !== 'open') return
  placeMenu(menu)
  if (!menu.matches(':focus-within')) menu.querySelector('button')?.focus()
}

function close(menu: HTMLElement | null): void {
  menu?.hidePopover()
  if (menu?.previousElementSibling instanceof HTMLElement) menu.previousElementSibling.focus()
}

function onKeydown(event: KeyboardEvent & OnElement): void {
  const { key, currentTarget: menu } = event
  const target = itemFor(event, [...menu.querySelectorAll('button')])
  target?.focus()
  // From the button, Tab goes on to what comes after it.
  if (key === 'Tab' || key === 'Escape') close(menu)
  if (target || key === 'Escape') event.preventDefault()
}

/** The item that a key leads to: an arrow, an end, or the letter that it begins with. */
function itemFor(event: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | undefined {
  const { key, ctrlKey, metaKey, altKey } = event
  const at = items.findIndex((item) => item.matches(':focus'))
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || ctrlKey || metaKey || altKey) return undefined
  const letter = key.toLocaleLowerCase()
  const next = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return next.find(({ innerText }) => innerText.toLocaleLowerCase().startsWith(letter))
}
