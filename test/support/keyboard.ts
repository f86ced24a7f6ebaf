import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

const mostStops = 120

/** A person who has no pointer: reaches things with Tab and Shift+Tab only, and sees where the focus is. */
export class KeyboardUser {
  constructor(readonly page: Page) {}

  /** Goes on with Tab (or back with Shift+Tab) until the element has the focus. */
  async reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      if (await this.hasFocus(target)) return
      await this.page.keyboard.press(key)
    }
    assert.fail(`Tab never reached ${String(target)}`)
  }

  /** Goes to a control and presses it. */
  async activate(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(target, key)
    await this.press('Enter')
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  /** Whether something that stays in its place on the screen covers all or part of what has the focus. */
  async focusIsBehind(cover: Locator): Promise<boolean> {
    return cover.evaluate((covering) => {
      let active = document.activeElement
      let inside = covering.contains(active)
      while (active?.shadowRoot?.activeElement) {
        active = active.shadowRoot.activeElement
        inside ||= covering.contains(active)
      }
      if (!active || inside) return false
      const [focused, over] = [active.getBoundingClientRect(), covering.getBoundingClientRect()]
      return focused.bottom > over.top && focused.top < over.bottom
    })
  }

  /** What has the focus, for a message of failure. */
  async nameOfFocus(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return `${active?.localName} ${active?.ariaLabel ?? active?.id}`
    })
  }

  /** Across shadow roots: the element is the innermost active one. */
  async hasFocus(target: Locator): Promise<boolean> {
    return target.first().evaluate((element) => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active === element
    })
  }
}
