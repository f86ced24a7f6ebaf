import { html, type TemplateResult } from 'lit'
import { normalizeText } from '../../../plugin/contract/normalize-text.js'
import type { PageStrings } from '../../locales/en.js'
import type { Missing } from '../confirm.controller.js'

/** The field in which a person types the name of what is deleted. */
export class TypedName {
  readonly #name: string
  #typed = ''

  constructor(name: string) {
    this.#name = name
  }

  render({ actions }: PageStrings): TemplateResult {
    return html`<div class="field">
      <label for="typed-name">${actions.deleteType}</label>
      <p class="help typed-name" id="typed-name-help" translate="no"><bdi>${this.#name}</bdi></p>
      <input
        id="typed-name"
        class="input"
        type="text"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="typed-name-help"
        @input=${({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
          this.#typed = currentTarget.value
        }}
      />
    </div>`
  }

  /** Names that look alike are alike here, however they were typed. */
  missing({ actions }: PageStrings): Missing | undefined {
    if (normalizeText(this.#typed) === normalizeText(this.#name)) return undefined
    return { text: actions.deleteTypeMissing(this.#name), control: '#typed-name' }
  }
}
