import { html, nothing, type TemplateResult } from 'lit'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { FormStrings } from '../locales/en.js'
import type { FieldView } from './fields/field-view.js'

/** In place of the form when it cannot be there; what is missing or forbidden stays so, the rest may be tried again. */
export function formFailure(error: unknown, strings: FormStrings, retry: () => void): TemplateResult {
  const final = error instanceof ApiError && (error.code === 'not_found' || error.code === 'forbidden')
  return html`<div class="notice" role="alert">
    ${glyphs.alert}
    <div>
      <h3>${strings.form.loadError}</h3>
      <p>${explainFailure(error, strings)}</p>
      ${final ? nothing : html`<button type="button" class="button" @click=${retry}>${strings.common.retry}</button>`}
    </div>
  </div>`
}

/** A sentence that holds for the whole form. */
export function formNotice(sentence: string): TemplateResult {
  return html`<div class="notice">
    ${glyphs.lock}
    <p>${sentence}</p>
  </div>`
}

export function formTitle({ model: { current }, locale, readOnly }: FieldView): string {
  const { form } = locale.strings
  if (!current) return form.createTitle
  return readOnly ? current.client_name : form.editTitle(current.client_name)
}
