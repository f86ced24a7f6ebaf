import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing'
import type { LitElement } from 'lit'
import type { FakeApi } from './fake-api.js'

/** What tests see of an element that asks the API: what a person would point at. */
export abstract class ElementPage<Shown extends LitElement> {
  /** What came through to an ancestor, the oldest first. */
  readonly events: CustomEvent[] = []

  protected constructor(
    readonly element: Shown,
    readonly api: FakeApi,
  ) {}

  /** Puts the element into the document, below an ancestor that hears these events, without waiting for any answer. */
  protected async attach(eventNames: readonly string[], given: Partial<Shown>): Promise<void> {
    const ancestor = await fixture<HTMLElement>(html`<div></div>`)
    for (const name of eventNames) {
      ancestor.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) this.events.push(event)
      })
    }
    Object.assign(this.element, { api: '/api/oauth-apps', fetch: this.api.fetch, ...given })
    ancestor.append(this.element)
    await this.element.updateComplete
  }

  async has(condition: () => boolean, message?: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 })
    await this.element.updateComplete
  }

  /** Every answer was read and taken in. */
  async settled(): Promise<void> {
    const { requests, answers } = this.api
    await this.has(() => answers.length === requests.length && answers.every(({ body, bodyUsed }) => !body || bodyUsed))
    await nextFrame()
    await nextFrame()
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)]
  }

  find(selector: string): HTMLElement {
    const [found] = this.all(selector)
    if (!found) throw new Error(`There is no ${selector} in <${this.element.localName}>`)
    return found
  }

  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null
  }
}

export function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
