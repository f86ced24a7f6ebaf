import { html, nothing, type TemplateResult } from 'lit'
import type { ScopeDefinition, ScopeGroup } from '../../plugin/contract/scope-catalogue.js'
import { alertGlyph, lockGlyph } from '../internal/drawn-glyph.js'
import type { LanguageController } from '../internal/language.controller.js'
import type { scopesEnglish } from '../locales/english/scopes.js'
import { accessOf, type Access, type ScopeSection } from './scope-sections.js'

/** What the rows and options of one render are drawn from. */
export interface ScopeView {
  readonly language: LanguageController<typeof scopesEnglish>
  /** What was chosen, with all that comes with it. */
  readonly ticked: ReadonlySet<string>
  readonly locks: ReadonlyMap<string, readonly string[]>
  readonly disabled: boolean
  /** Whether a fault is shown below; the first box, which gets the focus then, points to it. */
  readonly faulty: boolean
  /** A number for each scope, for IDs: a name may hold characters that an ID cannot. */
  readonly indexOf: (name: string) => number
  readonly toggle: (name: string, on: boolean) => void
}

interface OptionWords {
  /** The accessible name, where the visible title alone does not say which scope it is. */
  readonly name?: string
  /** The column, said in words where there are no columns. */
  readonly column?: string
  readonly sentence: string
  /** Why it cannot be unticked. */
  readonly lock?: string | undefined
}

export function sectionTemplate(section: ScopeSection, view: ScopeView): TemplateResult {
  return section.kind === 'grid'
    ? gridTemplate(section.groups, section.columns, view)
    : listTemplate(section.scopes, view)
}

/** Scopes that were chosen but that the catalogue does not hold: shown, so that none is kept or lost unseen. */
export function unknownTemplate(names: readonly string[], view: ScopeView): TemplateResult {
  const sentence = view.language.strings.unknown
  return html`<ul class="frame" role="list">
    ${names.map((name) => html`<li class="unknown">${optionTemplate({ name }, { sentence }, view)}</li>`)}
  </ul>`
}

function listTemplate(scopes: readonly ScopeDefinition[], view: ScopeView): TemplateResult {
  return html`<ul class="frame" role="list">
    ${scopes.map(
      (scope) =>
        html`<li>
          ${optionTemplate(
            scope,
            { sentence: view.language.text(scope.description), lock: lockOf(scope.name, view, (holder) => holder) },
            view,
          )}
        </li>`,
    )}
  </ul>`
}

function gridTemplate(groups: readonly ScopeGroup[], columns: readonly Access[], view: ScopeView): TemplateResult {
  const words = view.language.strings
  return html`<table class="frame">
    <caption class="visually-hidden">
      ${words.label}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.area}</th>
        ${columns.map((column) => html`<th scope="col">${words[column]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        (group) =>
          html`<tr>
            <th scope="row">${view.language.text(group.label)}</th>
            ${columns.map((column) => cellTemplate(group, column, view))}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function cellTemplate(group: ScopeGroup, access: Access, view: ScopeView): TemplateResult {
  const words = view.language.strings
  const scopes = group.scopes.filter((scope) => accessOf(scope) === access)
  const column = words[access]
  const name = words.areaAccess(view.language.text(group.label), column)
  return html`<td>
    ${scopes.map((scope) =>
      optionTemplate(
        scope,
        {
          name: scopes.length > 1 ? words.areaAccess(name, scope.name) : name,
          column,
          sentence: view.language.text(scope.description),
          lock: lockOf(scope.name, view, (holder) => columnOf(group, holder, view) ?? holder),
        },
        view,
      ),
    )}
  </td>`
}

/** Beside its row a scope is called by its column, unless the column holds several. */
function columnOf(group: ScopeGroup, name: string, view: ScopeView): string | undefined {
  const scope = group.scopes.find((candidate) => candidate.name === name)
  if (!scope) return undefined
  const access = accessOf(scope)
  const alone = group.scopes.filter((candidate) => accessOf(candidate) === access).length === 1
  return alone ? view.language.strings[access] : undefined
}

function lockOf(name: string, view: ScopeView, nameOf: (holder: string) => string): string | undefined {
  const holders = view.locks.get(name)
  if (!holders) return undefined
  const list = new Intl.ListFormat(view.language.lang, { type: 'conjunction' })
  return view.language.strings.includedIn(list.format(holders.map(nameOf)))
}

function optionTemplate(scope: ScopeDefinition, words: OptionWords, view: ScopeView): TemplateResult {
  const id = `scope-${view.indexOf(scope.name)}`
  const label = view.language.text(scope.label)
  // A locked box is not `disabled`: it stays in the tab order, so that everyone learns why it is locked.
  const locked = words.lock !== undefined
  const faulty = view.faulty && view.indexOf(scope.name) === 0
  const described = [...(words.name === undefined ? [] : [`${id}-title`]), `${id}-text`, ...(faulty ? ['fault'] : [])]
  return html`<label class="option ${locked ? 'locked' : ''}">
    <input
      type="checkbox"
      aria-label=${words.name ?? nothing}
      aria-labelledby=${words.name === undefined ? `${id}-title` : nothing}
      aria-describedby=${described.join(' ')}
      aria-invalid=${faulty ? 'true' : nothing}
      aria-disabled=${locked && !view.disabled ? 'true' : nothing}
      ?disabled=${view.disabled}
      .checked=${view.ticked.has(scope.name)}
      @click=${locked ? keepTicked : nothing}
      @input=${stop}
      @change=${({ currentTarget: box }: Event & { readonly currentTarget: HTMLInputElement }) => {
        const on = box.checked
        // Back to what was rendered, so that rendering sets what the value says, also if a listener has changed it.
        box.checked = !on
        view.toggle(scope.name, on)
      }}
    />
    <span class="about">
      ${words.column === undefined ? nothing : html`<span class="column" aria-hidden="true">${words.column}</span>`}
      <span class="title" id="${id}-title">
        ${label === '' ? nothing : html`<span>${label}</span>`}
        <code class="mono" dir="ltr">${scope.name}</code>
        ${
          scope.risk === 'dangerous'
            ? html`<span class="danger">${alertGlyph}${view.language.strings.dangerous}</span>`
            : nothing
        }
      </span>
      <span class="text" id="${id}-text">
        ${words.sentence} ${locked ? html`<span class="lock">${lockGlyph}${words.lock}</span>` : nothing}
      </span>
    </span>
  </label>`
}

const keepTicked = (event: Event): void => {
  event.preventDefault()
}

/** The element fires its own `input`, once its value has changed. */
const stop = (event: Event): void => {
  event.stopPropagation()
}
