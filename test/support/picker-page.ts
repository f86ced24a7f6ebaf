import { fixture, html, waitUntil } from '@open-wc/testing'
import '../../components/scope-picker/scope-picker.js'
import type { ScopePicker } from '../../components/scope-picker/scope-picker.element.js'

/** What tests see of `<scope-picker>` in a form: what a person would point at, and what the form gets. */
export class PickerPage {
  readonly events: string[] = []

  private constructor(
    readonly form: HTMLFormElement,
    readonly picker: ScopePicker,
  ) {}

  /** @param attributes as they would stand in the page. */
  static async show(given: Partial<ScopePicker>, attributes: Record<string, string> = {}): Promise<PickerPage> {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <label for="picker">What it may do</label>
        <fieldset></fieldset>
        <button>Save</button>
      </form>`,
    )
    const picker = document.createElement('scope-picker')
    picker.id = 'picker'
    for (const [name, value] of Object.entries({ name: 'scope', ...attributes })) picker.setAttribute(name, value)
    Object.assign(picker, given)
    form.querySelector('fieldset')?.append(picker)
    const page = new PickerPage(form, picker)
    for (const type of ['input', 'change']) {
      form.addEventListener(type, (event) => {
        page.events.push(`${event.type} of ${(event.target as Element).localName}: ${picker.value.join(' ')}`)
      })
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      page.events.push('submit')
    })
    await picker.updateComplete
    return page
  }

  get boxes(): HTMLInputElement[] {
    return [...this.picker.renderRoot.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  }

  box(scope: string): HTMLInputElement {
    const option = [...this.picker.renderRoot.querySelectorAll('.option')].find(
      (candidate) => candidate.querySelector('code')?.textContent === scope,
    )
    const box = option?.querySelector('input')
    if (!box) throw new Error(`There is no box for ${scope}`)
    return box
  }

  async click(scope: string): Promise<void> {
    this.box(scope).click()
    await this.picker.updateComplete
  }

  get ticked(): string[] {
    return this.boxes
      .filter((box) => box.checked)
      .map((box) => box.closest('label')?.querySelector('code')?.textContent ?? '')
  }

  /** What the box of a scope says of itself, without its name. */
  about(scope: string): string {
    return this.box(scope).closest('label')?.querySelector('.text')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  }

  get submitted(): FormDataEntryValue[] {
    return new FormData(this.form).getAll('scope')
  }

  get fault(): string {
    return this.picker.renderRoot.querySelector('.fault')?.textContent.trim() ?? ''
  }

  get text(): string {
    return this.picker.renderRoot.querySelector('.picker')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  }

  async shows(text: string): Promise<void> {
    await waitUntil(() => this.text.includes(text), `“${text}” is shown`, { timeout: 3000 })
    await this.picker.updateComplete
  }

  get focused(): Element | null {
    return this.picker.shadowRoot?.activeElement ?? null
  }
}
