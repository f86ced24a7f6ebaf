import { html, nothing, type TemplateResult } from 'lit'
import type { Grant } from '../../plugin/contract/grants.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import type { GrantView } from './grant-view.js'
import { grantedAccess, type GrantedAccess } from './granted-access.js'

/** So many stand there at once; more of them are folded, so that one app does not fill the page. */
const shownAtOnce = 5

/** What an app can do, in words. */
export function accessList(grant: Grant, view: GrantView): TemplateResult {
  const { grants: words } = view.locale.strings
  const items = grantedAccess(view.catalogue, grant.scopes)
  if (items.length === 0) return html`<p class="muted">${words.noScopes}</p>`
  // One more takes no more room than the words that would fold it.
  const [shown, folded] =
    items.length > shownAtOnce + 1 ? [items.slice(0, shownAtOnce), items.slice(shownAtOnce)] : [items, []]
  return html`<div class="access">
    <p class="label">${words.access}</p>
    ${list(shown, view)}
    ${
      folded.length === 0
        ? nothing
        : html`<details>
            <summary>${words.moreAccess(folded.length)}</summary>
            ${list(folded, view)}
          </details>`
    }
  </div>`
}

function list(items: readonly GrantedAccess[], view: GrantView): TemplateResult {
  return html`<ul role="list">
    ${items.map((item) => html`<li>${accessItem(item, view)}</li>`)}
  </ul>`
}

function accessItem({ name, includes, dangerous }: GrantedAccess, view: GrantView): TemplateResult {
  const { grants: words } = view.locale.strings
  return html`<p>
      ${scopeWords(name, view)}
      ${dangerous ? html`<span class="danger">${alertGlyph}${words.dangerous}</span>` : nothing}
    </p>
    ${includes.length === 0 ? nothing : html`<p class="muted">${words.includes(listed(includes, view))}</p>`}`
}

/** A scope that nobody describes, or that is not offered any more, is told by its name rather than not at all. */
export function scopeWords(name: string, { sentences, locale }: GrantView): TemplateResult {
  const sentence = sentences.get(name)
  if (sentence) return html`<span dir="auto">${sentence}</span>`
  return html`<code class="mono" dir="ltr" translate="no">${name}</code>
    ${sentence === undefined ? html`<span class="muted">${locale.strings.grants.unknown}</span>` : nothing}`
}

/** Several scopes within a sentence. */
export function listed(names: readonly string[], { sentences, locale }: GrantView): string {
  const format = new Intl.ListFormat(locale.lang, { type: 'conjunction' })
  return format.format(names.map((name) => wordsOr(sentences.get(name), name)))
}

function wordsOr(sentence: string | undefined, name: string): string {
  return sentence === undefined || sentence === '' ? name : sentence
}
