import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { createRef, ref } from 'lit/directives/ref.js'
import { glyphs } from '../internal/glyphs.js'
import { findByTyping } from './find-by-typing.js'
import { placeMenu } from './place-menu.js'

export interface MenuItem {
  readonly label: string
  readonly select: () => void
}

interface OpenMenu {
  readonly key: string
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly button: HTMLElement
}

const typingPauseMs = 500

/**
 * One menu for many buttons, as the ARIA Authoring Practices describe a menu button. It is a `popover`, so it lies above
 * everything and closes by itself; CSS anchors it to the button that is expanded. The host renders {@link render} once.
 */
export class MenuController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #popover = createRef<HTMLElement>()
  #open: OpenMenu | undefined
  #pressedOpen = false
  #typed = { text: '', at: 0 }

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostUpdated(): void {
    if (this.#open && !this.#open.button.isConnected) queueMicrotask(() => this.#close())
  }

  hostDisconnected(): void {
    this.#open = undefined
  }

  /** @param key tells the buttons of one host apart. */
  button(key: string, label: string, items: readonly MenuItem[]): TemplateResult {
    const open = this.#open?.key === key
    const show = (button: EventTarget | null, at: 'first' | 'last') =>
      button instanceof HTMLElement ? this.#show({ key, label, items, button }, at) : undefined
    return html`<button
      type="button"
      class="icon-button menu-button"
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'menu' : nothing}
      @pointerdown=${() => {
        this.#pressedOpen = this.#open?.key === key
      }}
      @click=${(event: MouseEvent) => {
        // The press has closed the menu already, since it was outside of it. A key presses with a detail of 0.
        if (!this.#pressedOpen || event.detail === 0) void show(event.currentTarget, 'first')
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        void show(event.currentTarget, event.key === 'ArrowDown' ? 'first' : 'last')
      }}
    >
      ${glyphs.more}
    </button>`
  }

  render(): TemplateResult {
    return html`<div
      id="menu"
      class="menu"
      popover
      role="menu"
      aria-label=${this.#open?.label ?? nothing}
      ${ref(this.#popover)}
      @beforetoggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
    >
      ${this.#open?.items.map(
        ({ label, select }) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            @click=${() => {
              this.#closeToButton()
              select()
            }}
          >
            ${label}
          </button>`,
      )}
    </div>`
  }

  async #show(menu: OpenMenu, at: 'first' | 'last'): Promise<void> {
    this.#open = menu
    this.#host.requestUpdate()
    await this.#host.updateComplete
    const popover = this.#popover.value
    if (!popover?.isConnected) return
    popover.showPopover()
    if (!CSS.supports('position-area', 'block-end')) placeMenu(popover, menu.button)
    this.#items.at(at === 'first' ? 0 : -1)?.focus()
  }

  get #items(): HTMLElement[] {
    return [...(this.#popover.value?.querySelectorAll('button') ?? [])]
  }

  #close(): void {
    this.#popover.value?.hidePopover()
  }

  #closeToButton(): void {
    const button = this.#open?.button
    this.#close()
    button?.focus()
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') return
    this.#open = undefined
    this.#host.requestUpdate()
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // From the button, the browser goes on to what comes after it.
    if (event.key === 'Tab') this.#closeToButton()
    else if (event.key === 'Escape') {
      event.preventDefault()
      this.#closeToButton()
    } else {
      const target = this.#target(event)
      if (!target) return
      event.preventDefault()
      target.focus()
    }
  }

  #target(event: KeyboardEvent): HTMLElement | undefined {
    const items = this.#items
    const at = items.findIndex((item) => item.matches(':focus'))
    if (event.key === 'ArrowDown') return items[(at + 1) % items.length]
    if (event.key === 'ArrowUp') return items.at(at - 1)
    if (event.key === 'Home') return items[0]
    if (event.key === 'End') return items.at(-1)
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined
    const goesOn = event.timeStamp - this.#typed.at < typingPauseMs
    this.#typed = { text: (goesOn ? this.#typed.text : '') + event.key, at: event.timeStamp }
    return findByTyping(items, at, this.#typed.text)
  }
}
