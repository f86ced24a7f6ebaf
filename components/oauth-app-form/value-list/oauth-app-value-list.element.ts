import { html, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { suggestionOf, type Fault } from '../../../plugin/contract/faults.js'
import type { ItemFault } from '../../../plugin/contract/item-fault.js'
import { glyphs } from '../../internal/glyphs.js'
import { faultList, requiredMark } from '../fields/field-parts.js'
import type { ListField } from '../form-model.js'
import { FormPart } from '../form-part.element.js'
import { splitValues, type ValueKind } from './split-values.js'
import { styles } from './oauth-app-value-list.styles.js'

/**
 * Part of `<oauth-app-form>`: a list of addresses, edited one at a time. What is not sound stays in the input with its
 * reason, so that the list holds only what the rules accept.
 *
 * @fires change - After a person added, corrected or removed a value. Bubbles, not composed.
 */
export class OauthAppValueList extends FormPart {
  static override styles = [...FormPart.partStyles, styles]

  @property({ attribute: false }) values: readonly string[] = []
  @property({ attribute: false }) field: ListField = 'redirect_uris'
  @property() label = ''
  @property() help = ''
  @property() placeholder = ''
  /** What is told of the list and its items. */
  @property({ attribute: false }) faults: readonly ItemFault[] = []
  /** What would stand against one more item. */
  @property({ attribute: false }) judge: (items: readonly string[], item: string) => readonly Fault[] = () => []

  @state() private entry = ''
  /** Whether the faults of what is in the input are told: not before somebody wanted to add it, or went on. */
  @state() private telling = false

  @query('.entry .input') private readonly input!: HTMLInputElement | null

  /** What was typed and is not in the list. */
  get pending(): string {
    return this.entry.trim()
  }

  /**
   * Adds what stands in the input, as far as it is sound.
   *
   * @returns the faults of what is left in it.
   */
  commit(): readonly Fault[] {
    this.#add(this.#entered)
    return this.#sift(this.#entered).faults
  }

  /** Moves the focus to the first fault: an item, or what stands in the input. */
  focusFault(): void {
    const item = this.faults.find(({ index }) => index !== undefined && index < this.values.length)
    if (item?.index === undefined) this.input?.focus()
    else this.#rowButtons()[item.index]?.focus()
  }

  protected override render(): TemplateResult {
    const { strings } = this.locale
    const entryFaults = this.telling ? this.#sift(this.#entered).faults : []
    const own = this.#faultsAt(undefined)
    // An empty list's "fill this in" is no news to somebody who is just filling it in.
    const told = entryFaults.length > 0 ? [] : own
    return html`<fieldset class="field">
      <legend class="label">${this.label}${requiredMark(this.required, strings)}</legend>
      <p class="help" id="help">${this.help}</p>
      ${
        this.values.length === 0
          ? nothing
          : html`<ul class="rows" role="list">
              ${this.values.map((value, index) => this.#row(value, index))}
            </ul>`
      }
      <div class="entry">
        <input
          class="input"
          type="text"
          inputmode=${this.#kind === 'email' ? 'email' : 'url'}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="done"
          placeholder=${this.placeholder}
          aria-label=${this.label}
          aria-describedby="help faults"
          aria-invalid=${told.length + entryFaults.length > 0 ? 'true' : 'false'}
          .value=${live(this.entry)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @paste=${this.#onPaste}
          @blur=${this.#onBlur}
        />
        <button type="button" class="button" aria-label=${strings.form.addTo(this.label)} @click=${this.#onAdd}>
          ${glyphs.add}${strings.common.add}
        </button>
      </div>
      ${faultList('faults', [...told, ...entryFaults], strings, this.#correctEntry)} ${this.announcer()}
    </fieldset>`
  }

  #row(value: string, index: number): TemplateResult {
    const { strings } = this.locale
    const faults = this.#faultsAt(index)
    return html`<li class=${faults.length > 0 ? 'row faulty' : 'row'}>
      <span class="mono" dir="ltr">${value}</span>
      <button
        type="button"
        class="icon-button remove"
        aria-label=${strings.form.removeFrom(value)}
        title=${strings.common.remove}
        aria-describedby="faults-${index}"
        @click=${() => {
          this.#remove(index)
        }}
      >
        ${glyphs.close}
      </button>
      ${faultList(`faults-${index}`, faults, strings, (suggestion) => {
        this.#replace(index, suggestion)
      })}
    </li>`
  }

  get #kind(): ValueKind {
    return this.field === 'contacts' ? 'email' : 'uri'
  }

  get #entered(): string[] {
    return splitValues(this.entry, this.#kind)
  }

  #faultsAt(place: number | undefined): Fault[] {
    return this.faults.filter(({ index }) => index === place).map(({ fault }) => fault)
  }

  /** Parts the sound ones, which join the list, from the others. */
  #sift(items: readonly string[]): { values: string[]; refused: string[]; faults: Fault[] } {
    const sifted = { values: [...this.values], refused: new Array<string>(), faults: new Array<Fault>() }
    for (const item of items) {
      const faults = this.judge(sifted.values, item)
      if (faults.length === 0) sifted.values.push(item)
      else sifted.refused.push(item)
      sifted.faults.push(...faults)
    }
    return sifted
  }

  /** Takes the sound ones into the list and leaves the others in the input. */
  #add(items: readonly string[]): void {
    const { values, refused } = this.#sift(items)
    const added = values.length - this.values.length
    this.entry = refused.join(' ')
    this.telling = refused.length > 0
    if (added > 0) this.#set(values, this.locale.strings.form.addedCount(added))
  }

  #set(values: readonly string[], announcement: string): void {
    this.values = values
    this.change(announcement)
  }

  #remove(index: number): void {
    const { form } = this.locale.strings
    this.#set(this.values.toSpliced(index, 1), form.removed(this.values[index] ?? ''))
    void this.#focusNear(index)
  }

  #replace(index: number, value: string): void {
    // Equal to another row once corrected, it is not needed twice.
    const replacement = this.values.includes(value) ? [] : [value]
    this.#set(this.values.toSpliced(index, 1, ...replacement), this.locale.strings.form.corrected(value))
    void this.#focusNear(index)
  }

  /** The button that had the focus is gone: the one in its place takes it, the one before, or the input. */
  async #focusNear(index: number): Promise<void> {
    await this.updateComplete
    const rows = this.#rowButtons()
    const next = rows[index] ?? rows[index - 1] ?? this.input
    next?.focus()
  }

  #rowButtons(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.remove')]
  }

  readonly #correctEntry = (suggestion: string): void => {
    const wrong = (item: string): boolean =>
      this.judge(this.values, item).some((fault) => suggestionOf(fault) === suggestion)
    this.#add(this.#entered.map((item) => (wrong(item) ? suggestion : item)))
    this.input?.focus()
  }

  readonly #onInput = (event: Event): void => {
    this.entry = event.target instanceof HTMLInputElement ? event.target.value : ''
    if (this.pending === '') this.telling = false
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    this.commit()
  }

  /** Several values at once; an input would drop their line breaks and make them one. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const pasted = splitValues(event.clipboardData?.getData('text') ?? '', this.#kind)
    if (pasted.length < 2) return
    event.preventDefault()
    this.#add([...this.#entered, ...pasted])
  }

  readonly #onBlur = (event: FocusEvent): void => {
    const { relatedTarget } = event
    // A line more above the footer would move its button away from under the pointer.
    const goesToFooter = relatedTarget instanceof Element && relatedTarget.closest('.footer') !== null
    if (!goesToFooter && this.pending !== '') this.telling = true
  }

  readonly #onAdd = (): void => {
    this.commit()
    this.input?.focus()
  }
}
