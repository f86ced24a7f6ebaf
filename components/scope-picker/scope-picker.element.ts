import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import { expandScopes, listScopes } from '../../plugin/contract/scopes.js'
import { FormAssociatedElement, type ValidityFault } from '../internal/form-associated.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { LanguageController } from '../internal/language.controller.js'
import { scopesEnglish } from '../locales/english/scopes.js'
import { buttons } from '../styles/buttons.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { distinct, formatScopeList, parseScopeList } from './scope-list.js'
import { scopeLocks } from './scope-locks.js'
import { scopePickerStyles } from './scope-picker.styles.js'
import { scopeSections } from './scope-sections.js'
import { sectionTemplate, unknownTemplate, type ScopeView } from './scope-templates.js'

const skeletonRows = [0, 1, 2, 3]

/**
 * A form control with which a developer chooses what an application may do: areas as a Read/Write table, single scopes
 * as a list. A scope that another one implies is ticked and locked while that one is chosen.
 *
 * The value is what was *chosen*: scopes that merely come with others are not in it. A form gets one entry per chosen
 * scope under `name`, as with checkboxes; `expandScopes` says what is granted for them.
 *
 * @fires input - After a person ticked or unticked a scope. Bubbles, composed.
 * @fires change - The same moment. Bubbles, not composed.
 * @cssstate invalid - A fault is shown.
 */
export class ScopePicker extends FormAssociatedElement {
  static override styles = [tokens, buttons, fields, scopePickerStyles]

  /** The scopes to choose from; without it, those of `config`, or of the server at `api`. */
  @property({ attribute: false }) catalogue: ScopeCatalogue | undefined

  @state() private failed = false
  @state() private announcement = ''
  readonly #language = new LanguageController(this, scopesEnglish, ({ scopes }) => scopes)
  #chosen: readonly string[] | undefined
  /** What was last set by the page, so that an unknown scope stays in sight after it was unticked. */
  #given: readonly string[] | undefined

  constructor() {
    super()
    // Named by its `<label>`, or by `aria-label` where the page has none.
    this.internals.role = 'group'
  }

  /** The names of the chosen scopes. A string is read as the `value` attribute is: names with spaces between them. */
  @property({ attribute: false })
  get value(): string[] {
    return [...(this.#chosen ?? this.defaultValue)]
  }

  set value(value: readonly string[] | string) {
    this.#chosen = typeof value === 'string' ? parseScopeList(value) : distinct(value)
    this.#given = this.#chosen
    this.syncForm()
  }

  /** The value to begin with and to go back to on reset: the `value` attribute, names with spaces between them. */
  @property({ attribute: 'value', converter: parseScopeList })
  get defaultValue(): string[] {
    return parseScopeList(this.getAttribute('value'))
  }

  set defaultValue(value: readonly string[]) {
    const list = formatScopeList(value)
    if (list !== formatScopeList(this.defaultValue)) this.setAttribute('value', list)
    this.syncForm()
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('api') || changed.has('fetch')) void this.#load()
  }

  protected override render(): TemplateResult {
    const fault = this.shownFault
    return html`<div class="picker">
      ${this.#renderScopes()}
      <div class="faults" id="fault" aria-live="polite">
        ${
          fault === undefined
            ? nothing
            : html`<p class="fault">${alertGlyph}<span class="fault-text">${fault}</span></p>`
        }
      </div>
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`
  }

  protected formValue(): FormData | null {
    if (this.name === '') return null
    const data = new FormData()
    for (const scope of this.value) data.append(this.name, scope)
    return data
  }

  protected formState(): string {
    return formatScopeList(this.value)
  }

  protected restoreValue(state: string): void {
    this.value = parseScopeList(state)
  }

  protected resetValue(): void {
    this.#chosen = undefined
    this.#given = undefined
    this.requestUpdate()
  }

  protected valueFault(): ValidityFault | undefined {
    if (!this.required || this.value.length > 0) return undefined
    return { flags: { valueMissing: true }, message: this.#language.strings.required }
  }

  protected validityAnchor(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector('input') ?? undefined
  }

  #renderScopes(): TemplateResult | typeof nothing {
    const catalogue = this.#scopes
    if (catalogue) return this.#renderCatalogue(catalogue)
    if (this.failed) return this.#renderFailure()
    return this.api === undefined ? nothing : this.#renderSkeleton()
  }

  #renderCatalogue(catalogue: ScopeCatalogue): TemplateResult {
    const known = listScopes(catalogue).map(({ name }) => name)
    const unknown = distinct([...(this.#given ?? this.defaultValue), ...this.value]).filter(
      (name) => !known.includes(name),
    )
    if (known.length === 0 && unknown.length === 0) {
      return html`<p class="frame empty">${this.#language.strings.empty}</p>`
    }
    const all = [...known, ...unknown]
    const view: ScopeView = {
      language: this.#language,
      ticked: new Set([...expandScopes(catalogue, this.value), ...this.value]),
      locks: scopeLocks(catalogue, this.value),
      disabled: this.isDisabled,
      faulty: this.shownFault !== undefined,
      indexOf: (name) => all.indexOf(name),
      toggle: this.#toggle,
    }
    return html`${scopeSections(catalogue).map((section) => sectionTemplate(section, view))}
    ${unknown.length > 0 ? unknownTemplate(unknown, view) : nothing}`
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="frame" aria-busy="true">
      <span class="visually-hidden" role="status">${this.#language.strings.loading}</span>
      ${skeletonRows.map(() => html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`)}
    </div>`
  }

  #renderFailure(): TemplateResult {
    const { strings } = this.#language
    return html`<div class="frame failure">
      <p role="alert">${alertGlyph}<span>${strings.loadFailed}</span></p>
      <button type="button" class="button" @click=${this.#retry}>${strings.retry}</button>
    </div>`
  }

  get #scopes(): ScopeCatalogue | undefined {
    return this.catalogue ?? this.config?.scopes
  }

  readonly #toggle = (name: string, on: boolean): void => {
    const catalogue = this.#scopes ?? []
    const next = new Set(this.value)
    if (on) next.add(name)
    else next.delete(name)
    // In the catalogue's order, so that ticking a scope off and on again is no change.
    const known = listScopes(catalogue).flatMap((scope) => (next.delete(scope.name) ? [scope.name] : []))
    this.#given ??= this.defaultValue
    this.#chosen = [...known, ...next]
    this.announcement = this.#language.strings.chosen(expandScopes(catalogue, known).length + next.size)
    this.announceChange()
  }

  readonly #retry = async (): Promise<void> => {
    await this.#load()
    await this.updateComplete
    // The button that had the focus is gone.
    this.focus()
  }

  async #load(): Promise<void> {
    this.failed = false
    if (this.catalogue) return
    try {
      await this.loadConfig()
    } catch {
      this.failed = true
    }
  }
}
