import { html, nothing, type TemplateResult } from 'lit'
import type { FieldView } from './fields/field-view.js'
import { formNotice, formTitle } from './form-notices.js'
import { formSections } from './form-sections.js'
import { staleNotice } from './stale-notice.js'

/** The column of the form: its title, what is to be told of all of it, and its sections. */
export function formFields(view: FieldView): TemplateResult {
  const { model, readOnly, locale } = view
  return html`<div class="fields">
    <h2>${formTitle(view)}</h2>
    ${readOnly ? formNotice(locale.strings.problems.forbidden) : nothing}
    ${model.stale ? staleNotice(view, model.stale) : nothing} ${formSections(view)}
  </div>`
}
