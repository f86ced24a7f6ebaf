import { html, nothing, type TemplateResult } from 'lit'
import type { FieldName } from '../../../plugin/contract/fields.js'
import { glyphs } from '../../internal/glyphs.js'
import { readableValue } from '../../internal/readable-value.js'
import type { FieldView } from './field-view.js'

/** A value that cannot be changed here, with the reason where it is the field's own. */
export function fixedField(view: FieldView, field: FieldName): TemplateResult {
  const { model, locale, readOnly } = view
  const { form } = locale.strings
  return html`<div class="field fixed" data-field=${field} role="group" aria-labelledby="label-${field}">
    <span class="label" id="label-${field}">${form[field]}</span>
    ${readableValue(field, model.values[field], { config: model.config, locale })}
    ${readOnly ? nothing : html`<p class="help locked">${glyphs.lock}<span>${form.locked}</span></p>`}
  </div>`
}
