import { html, nothing, type TemplateResult } from 'lit'
import { sentenceFor } from '../../plugin/contract/fault-sentences.js'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { FieldView } from './fields/field-view.js'
import { heldFields, isSafe, outcomesOf, type Outcome } from './form-review.js'
import { visibleFields } from './form-sections.js'

export interface FooterState {
  readonly saving: boolean
  /** Why the last attempt to save came to nothing. */
  readonly failure: unknown
  readonly cancel: () => void
}

/** Stays in sight with Save and Cancel, and says what keeps the form from being saved; where nothing can be, it is not there. */
export function formFooter(view: FieldView, { saving, failure, cancel }: FooterState): TemplateResult | typeof nothing {
  if (view.readOnly) return nothing
  const { common, form } = view.locale.strings
  const [first, other] = outcomesOf(view.model)
  return html`<div class="footer">
    <div class="faults" role="alert">
      ${faultSummary(view)} ${failure === undefined ? nothing : reason(view, failure)}
    </div>
    ${reviewHint(view)}
    <div class="actions">
      <button type="button" class="button" @click=${cancel}>${common.cancel}</button>
      ${other ? otherButton(view, other, saving) : nothing}
      <button
        type="submit"
        class="button primary"
        aria-disabled=${saving ? 'true' : 'false'}
        @click=${() => (view.model.outcome = first)}
      >
        ${saving ? form.saving : saveLabel(view, first)}
      </button>
    </div>
  </div>`
}

function saveLabel({ model, locale }: FieldView, outcome: Outcome): string {
  const { common, form } = locale.strings
  if (outcome === 'submit') return model.current ? form.saveSubmit : form.submit
  if (heldFields(model).length > 0) return form.saveSubmit
  return model.current ? common.save : form.create
}

/** The other way to save. It is no submit button, so that Enter means the first one. */
function otherButton({ model, locale }: FieldView, outcome: Outcome, saving: boolean): TemplateResult {
  const { common, form } = locale.strings
  return html`<button
    type="button"
    class="button other"
    aria-disabled=${saving ? 'true' : 'false'}
    @click=${({ currentTarget }: { readonly currentTarget: HTMLButtonElement }) => {
      model.outcome = outcome
      currentTarget.form?.requestSubmit()
    }}
  >
    ${outcome === 'draft' ? form.saveDraft : common.save}
  </button>`
}

/** What waits for approval when it is saved. */
function reviewHint({ model, locale }: FieldView): TemplateResult | typeof nothing {
  const { form } = locale.strings
  const held = heldFields(model)
  const [first] = outcomesOf(model)
  const waits = first === 'submit' ? (isSafe(model) ? form.reviewSafe : form.reviewNew) : undefined
  const names = new Intl.ListFormat(locale.lang).format(held.map((field) => form[field]))
  const text = held.length > 0 ? form.reviewHeld(names) : waits
  return text === undefined ? nothing : html`<p class="help review" role="status">${text}</p>`
}

/** How many fields are at fault and which, and what can be shown at none of them. */
function faultSummary(view: FieldView): readonly (TemplateResult | typeof nothing)[] {
  const { model, locale } = view
  const { faults, form } = locale.strings
  const visible = visibleFields(view)
  const atFault = visible.filter((field) => model.shownFields.has(field))
  const names = new Intl.ListFormat(locale.lang).format(atFault.map((field) => form[field]))
  return [
    atFault.length === 0
      ? nothing
      : line(html`${form.faultCount(atFault.length)}<span class="names">: ${names}</span>`),
    ...model
      .stray((field) => visible.includes(field))
      .map((fault) => line(html`<span class="mono" dir="ltr">${fault.pointer}</span> ${sentenceFor(faults, fault)}`)),
  ]
}

function reason({ locale }: FieldView, failure: unknown): TemplateResult {
  const { code, retryAfter: wait } = failure instanceof ApiError ? failure : {}
  const { form } = locale.strings
  const sentence = code === 'not_signed_in' ? form.signedOut : explainFailure(failure, locale.strings)
  return line(html`${sentence}${wait === undefined ? nothing : ` ${form.retryIn(locale.number(wait))}`}`)
}

function line(text: TemplateResult): TemplateResult {
  return html`<p class="fault">${glyphs.alert}<span class="fault-text">${text}</span></p>`
}
