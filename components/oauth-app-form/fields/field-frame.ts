import { html, type TemplateResult } from 'lit'
import type { FieldName } from '../../../plugin/contract/fields.js'
import { faultList, requiredMark } from './field-parts.js'
import { faultsOf, isRequired, type FieldView } from './field-view.js'

/** One control with its label, its help and its faults; it has the field's name for its id, and {@link describes}. */
export function labelled(
  view: FieldView,
  field: FieldName,
  help: string,
  control: unknown,
  apply?: (suggestion: string) => void,
): TemplateResult {
  return html`<div class="field" data-field=${field}>
    <label for=${field}>${caption(view, field)}</label>
    <p class="help" id="help-${field}">${help}</p>
    ${control} ${faultsAt(view, field, apply)}
  </div>`
}

/** What a labelled control is described by. */
export function describes(field: FieldName): string {
  return `help-${field} faults-${field}`
}

/** Several controls with the label and the faults that they share. */
export function grouped(view: FieldView, field: FieldName, controls: unknown): TemplateResult {
  return html`<fieldset class="field" data-field=${field}>
    <legend class="label">${caption(view, field)}</legend>
    ${controls} ${faultsAt(view, field)}
  </fieldset>`
}

export function faultsAt(view: FieldView, field: FieldName, apply?: (suggestion: string) => void): TemplateResult {
  return faultList(`faults-${field}`, faultsOf(view, field), view.locale.strings, apply)
}

function caption(view: FieldView, field: FieldName): unknown {
  const { strings } = view.locale
  return [strings.form[field], requiredMark(isRequired(view, field), strings)]
}
