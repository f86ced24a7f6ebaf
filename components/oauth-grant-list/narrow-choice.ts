import { html, nothing, type TemplateResult } from 'lit'
import type { Grant } from '../../plugin/contract/grants.js'
import type { Missing } from '../internal/confirm.controller.js'
import { lockGlyph } from '../internal/drawn-glyph.js'
import { scopeLocks } from '../scope-picker/scope-locks.js'
import { listed, scopeWords } from './access-list.js'
import type { GrantView } from './grant-view.js'
import { inOrder } from './granted-access.js'

const firstBox = '.scope-box'

/** Which scopes an app keeps: those that are ticked. What another one implies stays ticked as long as that is. */
export class NarrowChoice {
  readonly #grant: Grant
  readonly #changed: () => void
  readonly #ticked: Set<string>

  constructor(grant: Grant, changed: () => void) {
    this.#grant = grant
    this.#changed = changed
    this.#ticked = new Set(grant.scopes)
  }

  get scopes(): string[] {
    return this.#grant.scopes.filter((name) => this.#ticked.has(name))
  }

  /** What keeps it from being saved. */
  missing({ changeNothing, changeEverything }: GrantView['locale']['strings']['grants']): Missing | undefined {
    if (this.scopes.length === 0) return { text: changeEverything, control: firstBox }
    if (this.scopes.length === this.#grant.scopes.length) return { text: changeNothing, control: firstBox }
    return undefined
  }

  render(view: GrantView): TemplateResult {
    const locks = scopeLocks(view.catalogue, this.scopes)
    const names = inOrder(view.catalogue, this.#grant.scopes)
    return html`<ul class="boxes" role="list">
      ${names.map((name, index) => html`<li>${this.#box(name, index, locks.get(name), view)}</li>`)}
    </ul>`
  }

  #box(name: string, index: number, holders: readonly string[] | undefined, view: GrantView): TemplateResult {
    const { includedIn } = view.locale.strings.grants
    // A locked box is not `disabled`: it stays in the tab order, so that everyone learns why it is locked.
    return html`<label class="choice">
      <input
        type="checkbox"
        class="scope-box"
        data-scope=${name}
        aria-describedby=${holders ? `lock-${index}` : nothing}
        aria-disabled=${holders ? 'true' : nothing}
        .checked=${this.#ticked.has(name)}
        @click=${holders ? keep : nothing}
        @change=${({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
          if (currentTarget.checked) this.#ticked.add(name)
          else this.#ticked.delete(name)
          this.#changed()
        }}
      />
      <span>
        ${scopeWords(name, view)}
        ${
          holders
            ? html`<span class="muted lock" id="lock-${index}">${lockGlyph}${includedIn(listed(holders, view))}</span>`
            : nothing
        }
      </span>
    </label>`
  }
}

const keep = (event: Event): void => {
  event.preventDefault()
}
