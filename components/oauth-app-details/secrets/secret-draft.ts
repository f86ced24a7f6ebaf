import { html, nothing, type TemplateResult } from 'lit'
import type { SecretInput } from '../../../plugin/contract/app.js'
import { sentenceFor } from '../../../plugin/contract/fault-sentences.js'
import { checkText } from '../../../plugin/contract/text.js'
import type { Missing } from '../../internal/confirm.controller.js'
import type { DetailsStrings } from '../../locales/en.js'

const dayMs = 24 * 60 * 60 * 1000

/** Days until a new secret ends. */
const spans = [30, 90, 365] as const

type Expiry = 'never' | 'date' | (typeof spans)[number]

/** What a person wants a further secret to be: a name, and when it ends. */
export class SecretDraft {
  readonly #nameMax: number
  readonly #changed: () => void
  #name = ''
  #expiry: Expiry = 'never'
  #date = ''

  constructor(nameMax: number, changed: () => void) {
    this.#nameMax = nameMax
    this.#changed = changed
  }

  get body(): SecretInput {
    return { name: this.#name, expires_at: this.#expiresAt }
  }

  missing({ details, faults }: DetailsStrings): Missing | undefined {
    const [fault] = checkText('secret_name', this.#name, { max: this.#nameMax })
    if (fault) return { text: sentenceFor(faults, fault), control: '#secret-name' }
    const past = this.#expiry === 'date' && !(Date.parse(this.#expiresAt ?? '') > Date.now())
    return past ? { text: details.secretDateMissing, control: '#secret-date' } : undefined
  }

  render(strings: DetailsStrings): TemplateResult {
    const { common, details } = strings
    const choices: readonly (readonly [Expiry, string])[] = [
      ['never', details.secretExpiryNever],
      ...spans.map((days) => [days, details.secretExpiryDays(days)] as const),
      ['date', details.secretExpiryDate],
    ]
    return html`<div class="field">
        <label for="secret-name">${details.secretName} <span class="optional">(${common.optional})</span></label>
        <p class="help" id="secret-name-help">${details.secretNameHelp}</p>
        <input
          id="secret-name"
          class="input"
          type="text"
          dir="auto"
          autocomplete="off"
          aria-describedby="secret-name-help"
          @input=${({ currentTarget }: OnInput) => {
            this.#name = currentTarget.value
          }}
        />
      </div>
      <fieldset class="choices">
        <legend class="label">${details.secretExpiry}</legend>
        ${choices.map(
          ([expiry, label]) =>
            html`<label class="choice">
              <input
                type="radio"
                name="expiry"
                .defaultChecked=${expiry === 'never'}
                @change=${() => {
                  this.#expiry = expiry
                  this.#changed()
                }}
              />
              ${label}
            </label>`,
        )}
      </fieldset>
      ${this.#expiry === 'date' ? this.#dateField(strings) : nothing}`
  }

  #dateField({ details }: DetailsStrings): TemplateResult {
    return html`<div class="field">
      <label for="secret-date">${details.secretDate}</label>
      <input
        id="secret-date"
        class="input"
        type="date"
        min=${new Date().toLocaleDateString('sv')}
        @input=${({ currentTarget }: OnInput) => {
          this.#date = currentTarget.value
        }}
      />
    </div>`
  }

  /** A date is its last moment where the person is; what is no date is left to {@link missing}. */
  get #expiresAt(): string | null {
    if (this.#expiry === 'never') return null
    if (this.#expiry !== 'date') return new Date(Date.now() + this.#expiry * dayMs).toISOString()
    const end = new Date(`${this.#date}T23:59:59.999`)
    return Number.isNaN(end.getTime()) ? null : end.toISOString()
  }
}

interface OnInput {
  readonly currentTarget: HTMLInputElement
}
