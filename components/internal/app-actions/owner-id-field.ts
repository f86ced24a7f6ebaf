import { html, type TemplateResult } from 'lit'
import type { Missing } from '../confirm.controller.js'
import type { LocaleController } from '../locale.controller.js'
import type { OwnerChoice } from './owner-choice.js'

/** Where nobody can list the members: the id of one, as the host writes it. */
export class OwnerIdField implements OwnerChoice {
  readonly #locale: LocaleController
  #ownerId = ''

  constructor(locale: LocaleController) {
    this.#locale = locale
  }

  get ownerId(): string {
    return this.#ownerId
  }

  get missing(): Missing | undefined {
    const { reassignIdMissing } = this.#locale.strings.actions
    return this.#ownerId === '' ? { text: reassignIdMissing, control: '#owner-id' } : undefined
  }

  render(): TemplateResult {
    const { reassignId, reassignIdHelp } = this.#locale.strings.actions
    return html`<div class="field">
      <label for="owner-id">${reassignId}</label>
      <p class="help" id="owner-id-help">${reassignIdHelp}</p>
      <input
        id="owner-id"
        class="input mono"
        type="text"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="owner-id-help"
        @input=${({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
          this.#ownerId = currentTarget.value.trim()
        }}
      />
    </div>`
  }
}
