import { html, nothing, type TemplateResult } from 'lit'
import { sentenceFor } from '../../../plugin/contract/fault-sentences.js'
import { suggestionOf, type Fault } from '../../../plugin/contract/faults.js'
import { glyphs } from '../../internal/glyphs.js'
import type { FormStrings } from '../../locales/en.js'

/** Says beside the label that a field is required. */
export function requiredMark(required: boolean, strings: FormStrings): TemplateResult | typeof nothing {
  return required ? html` <span class="optional">(${strings.common.required})</span>` : nothing
}

/**
 * The faults of one control, each in words and with its correction in one click. The element is there from the start,
 * since a screen reader announces only what changes in it.
 */
export function faultList(
  id: string,
  faults: readonly Fault[],
  strings: FormStrings,
  apply?: (suggestion: string) => void,
): TemplateResult {
  return html`<div class="faults" id=${id} aria-live="polite">
    ${faults.map((fault, index) => {
      const suggestion = suggestionOf(fault)
      const offeredBelow = faults.slice(index + 1).some((later) => suggestionOf(later) === suggestion)
      return html`<p class="fault">
        ${glyphs.alert}<span class="fault-text">${sentenceFor(strings.faults, fault)}</span>
        ${suggestion === undefined || offeredBelow || !apply ? nothing : correction(suggestion, strings, apply)}
      </p>`
    })}
  </div>`
}

function correction(suggestion: string, strings: FormStrings, apply: (suggestion: string) => void): TemplateResult {
  return html`<button
    type="button"
    class="correction"
    @click=${() => {
      apply(suggestion)
    }}
  >
    ${strings.form.suggestion(suggestion)}
  </button>`
}
