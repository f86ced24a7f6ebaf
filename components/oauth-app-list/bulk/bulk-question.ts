import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { BulkController, BulkQuestion } from './bulk.controller.js'
import { reachMax } from './reach.js'

/** What will happen, to how many, and whom it reaches. */
export function questionBody(bulk: BulkController, question: BulkQuestion, locale: LocaleController): TemplateResult {
  const words = locale.strings.bulk
  const { leftOut } = question
  return html`<p>${effectText(bulk, question, locale)}</p>
    ${leftOut > 0 ? html`<p>${words.leftOut(leftOut)}</p>` : nothing} ${reachText(question, locale)}
    ${revokeChoice(bulk, question, locale)} ${typedNumber(bulk, locale)}`
}

function effectText(bulk: BulkController, { action }: BulkQuestion, { strings }: LocaleController): string {
  const days = bulk.config?.capabilities.restore_days ?? 0
  const words = strings.bulk
  return {
    enable: words.enableText,
    disable: words.disableText,
    delete: days > 0 ? words.deleteRestText(days) : words.deleteText,
    revoke_tokens: words.revokeText,
  }[action]
}

function reachText({ reach }: BulkQuestion, locale: LocaleController): TemplateResult | typeof nothing {
  const { bulk } = locale.strings
  if (reach === 'none') return nothing
  if (reach === 'too-many') return html`<p>${bulk.notCounted(reachMax)}</p>`
  if (reach === 'counting') return html`<p role="status">${bulk.counting}</p>`
  const count = (number: number | null): string => (number === null ? bulk.unknown : locale.number(number))
  return html`<dl class="reach">
    <div>
      <dt>${bulk.grants}</dt>
      <dd>${count(reach.grants)}</dd>
    </div>
    <div>
      <dt>${bulk.tokens}</dt>
      <dd>${count(reach.tokens)}</dd>
    </div>
  </dl>`
}

/** Disabling alone lets the tokens sleep. */
function revokeChoice(
  bulk: BulkController,
  { action }: BulkQuestion,
  { strings }: LocaleController,
): TemplateResult | typeof nothing {
  if (action !== 'disable' || !bulk.config?.capabilities.tokens) return nothing
  return html`<label class="choice">
    <input
      type="checkbox"
      .checked=${live(bulk.revokeTokens)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) bulk.revokeTokens = target.checked
      }}
    />
    ${strings.bulk.disableRevoke}
  </label>`
}

/** Where the name of an app has to be typed to delete it, the number of them is typed to delete several. */
function typedNumber(bulk: BulkController, { strings }: LocaleController): TemplateResult | typeof nothing {
  if (bulk.toType === undefined) return nothing
  return html`<div class="field">
    <label for="bulk-typed">${strings.bulk.typeCount(bulk.toType)}</label>
    <input
      id="bulk-typed"
      class="input"
      inputmode="numeric"
      autocomplete="off"
      .value=${live(bulk.typed)}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) bulk.typed = target.value.trim()
        bulk.update()
      }}
    />
  </div>`
}
