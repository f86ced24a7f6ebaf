import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { alertGlyph, lockGlyph } from '../internal/drawn-glyph.js'
import type { ConsentView } from './consent-view.js'
import { risks, type AccessItem } from './requested-access.js'

/** As many included scopes stand below their scope; more of them are folded. */
const shownAtOnce = 2

/** What there is to decide on; where that is nothing at all, it says so. */
export function requestedList(view: ConsentView): TemplateResult | typeof nothing {
  const { access, language, preview, request } = view
  const words = language.strings.consent
  if (request.scopes.length === 0) {
    return html`<p class=${preview ? 'placeholder' : 'muted'}>${preview ? words.previewAccess : words.nothing}</p>`
  }
  if (access.fresh.length === 0) return nothing
  return html`<div class="access" role="group" aria-labelledby="access">
    <h3 id="access" aria-level=${preview ? '5' : nothing}>
      ${access.remembered.length > 0 ? words.furtherAccess : words.access}
    </h3>
    ${accessGroups(access.items, view)}
  </div>`
}

/** What is asked for, by risk; a group has a title where there are several, or where it is dangerous. */
function accessGroups(items: readonly AccessItem[], view: ConsentView): TemplateResult[] {
  const words = view.language.strings.consent
  const groups = risks
    .map((risk) => ({ risk, items: items.filter((item) => item.risk === risk) }))
    .filter((group) => group.items.length > 0)
  return groups.map(({ risk, items: own }) => {
    const titled = groups.length > 1 || risk === 'dangerous'
    return html`<div class="group ${risk}">
      ${titled ? html`<h4 aria-level=${view.preview ? '6' : nothing}>${risk === 'dangerous' ? alertGlyph : nothing}${words[risk]}</h4>` : nothing}
      ${risk === 'dangerous' ? html`<p class="muted">${words.dangerousText}</p>` : nothing}
      <ul role="list">
        ${own.map((item) => html`<li>${option(item.name, view)}${included(item, view)}</li>`)}
      </ul>
    </div>`
  })
}

/** What was allowed before: for reading only. */
export function rememberedAccess(view: ConsentView): TemplateResult | typeof nothing {
  const items = view.access.remembered
  if (items.length === 0) return nothing
  const reading = { ...view, choice: undefined }
  return html`<details class="remembered" ?open=${view.access.fresh.length === 0}>
    <summary>${view.language.strings.consent.remembered}</summary>
    <ul role="list">
      ${items.map((item) => html`<li>${option(item.name, reading)}${included(item, reading)}</li>`)}
    </ul>
  </details>`
}

function included({ includes }: AccessItem, view: ConsentView): (TemplateResult | typeof nothing)[] {
  const { strings } = view.language
  const own = includes.filter(({ asked }) => asked && view.choice)
  const rest = includes.filter((scope) => !own.includes(scope))
  const list = html`<ul class="included" role="list">
    ${rest.map(({ name }) => html`<li>${sentence(name, view)}</li>`)}
  </ul>`
  return [
    own.length === 0
      ? nothing
      : html`<ul class="nested" role="list">
          ${own.map(({ name }) => html`<li>${option(name, view)}</li>`)}
        </ul>`,
    rest.length === 0
      ? nothing
      : rest.length <= shownAtOnce
        ? html`<div class="muted">${strings.consent.includes}${list}</div>`
        : html`<details class="muted">
            <summary>${strings.consent.includesMore(rest.length)}</summary>
            ${list}
          </details>`,
  ]
}

function option(name: string, view: ConsentView): TemplateResult {
  const { choice, allowed, language } = view
  if (!choice) return html`<p class="scope"><span class="bullet" aria-hidden="true"></span>${sentence(name, view)}</p>`
  const lock = choice.lockOf(name)
  return html`<label class="choice scope">
    <input
      type="checkbox"
      aria-disabled=${lock ? 'true' : nothing}
      .checked=${live(allowed.includes(name))}
      @click=${lock ? keep : nothing}
      @change=${({ currentTarget: box }: Event & { readonly currentTarget: HTMLInputElement }) => {
        choice.toggle(name, box.checked)
      }}
    />
    <span
      >${sentence(name, view)}${lock ? html`<span class="lock">${lockGlyph}${language.strings.consent[lock]}</span>` : nothing}</span
    >
  </label>`
}

/** A scope that nobody has described is told by its name, rather than not at all. */
function sentence(name: string, { sentences, language }: ConsentView): TemplateResult {
  const words = sentences.get(name) ?? ''
  return words === ''
    ? html`<span
        ><code class="mono" dir="ltr" translate="no">${name}</code>
        <span class="muted">${language.strings.consent.undescribed}</span></span
      >`
    : html`<span dir="auto">${words}</span>`
}

/** A locked box is not `disabled`: it stays in the tab order, so that everyone learns why it is locked. */
const keep = (event: Event): void => {
  event.preventDefault()
}
