import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { glyphs } from '../internal/glyphs.js'

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

/**
 * One menu for many buttons, as the ARIA Authoring Practices describe a menu button. It is a `popover`, so it lies above
 * everything and closes by itself; CSS anchors it to the button that is expanded. The host renders {@link render} once.
 */
export class MenuController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  #open: OpenMenu | undefined
  #pressedOpen = false

  constructor(host: ReactiveControllerHost & HTMLElement) {
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
    const show = ({ currentTarget: button }: Event & { readonly currentTarget: HTMLElement }, at: 0 | -1) =>
      this.#show({ key, label, items, button }, at)
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
      @click=${(event: MouseEvent & { readonly currentTarget: HTMLElement }) => {
        // The press has closed the menu already, since it was outside of it. A key presses with a detail of 0.
        if (!this.#pressedOpen || event.detail === 0) void show(event, 0)
      }}
      @keydown=${(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        void show(event, event.key === 'ArrowDown' ? 0 : -1)
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

  async #show(menu: OpenMenu, at: 0 | -1): Promise<void> {
    this.#open = menu
    this.#host.requestUpdate()
    await this.#host.updateComplete
    if (!this.#host.isConnected) return
    this.#popover?.showPopover()
    this.#items.at(at)?.focus()
  }

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('#menu')
  }

  get #items(): HTMLElement[] {
    return [...(this.#popover?.querySelectorAll('button') ?? [])]
  }

  #close(): void {
    this.#popover?.hidePopover()
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
    const { key } = event
    const target = this.#target(event)
    target?.focus()
    // From the button, Tab goes on to what comes after it.
    if (key === 'Tab' || key === 'Escape') this.#closeToButton()
    if (target || key === 'Escape') event.preventDefault()
  }

  /** The item that a key leads to: an arrow, an end, or the letter that it begins with. */
  #target({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): HTMLElement | undefined {
    const items = this.#items
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
}
