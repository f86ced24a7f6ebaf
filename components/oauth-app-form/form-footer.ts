import { html, nothing, type TemplateResult } from 'lit'
import { sentenceFor } from '../../plugin/contract/fault-sentences.js'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { FieldView } from './fields/field-view.js'
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
  return html`<div class="footer">
    <div class="faults" role="alert">
      ${faultSummary(view)} ${failure === undefined ? nothing : reason(view, failure)}
    </div>
    <div class="actions">
      <button type="button" class="button" @click=${cancel}>${common.cancel}</button>
      <button type="submit" class="button primary" aria-disabled=${saving ? 'true' : 'false'}>
        ${saving ? form.saving : view.model.current ? common.save : form.create}
      </button>
    </div>
  </div>`
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
