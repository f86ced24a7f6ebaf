import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { faultList, requiredMark } from './field-parts.js'
import { faultsOf, isRequired, type FieldView } from './field-view.js'

export type TextFieldName = 'client_name' | 'client_uri' | 'description' | 'policy_uri' | 'tos_uri' | 'jwks'

/** A counter appears when less than a fifth of the room is left. */
const nearLimit = 0.8

/** A line of text, an address, or several lines. */
export function textField(view: FieldView, field: TextFieldName): TemplateResult {
  const { form } = view.locale.strings
  const faults = faultsOf(view, field)
  return html`<div class="field" data-field=${field}>
    <label for=${field}>${form[field]}${requiredMark(isRequired(view, field), view.locale.strings)}</label>
    <p class="help" id="help-${field}">${form[`${field}Help`]}</p>
    ${control(view, field, faults.length > 0)} ${counter(view, field)}
    ${faultList(`faults-${field}`, faults, view.locale.strings, (suggestion) => {
      view.model.set(field, suggestion)
    })}
  </div>`
}

function control({ model }: FieldView, field: TextFieldName, faulty: boolean): TemplateResult {
  const onInput = (event: Event): void => {
    const { target } = event
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) model.set(field, target.value)
  }
  if (field === 'description' || field === 'jwks') {
    return html`<textarea
      class=${field === 'jwks' ? 'input mono' : 'input'}
      id=${field}
      rows=${field === 'jwks' ? 8 : 3}
      dir=${field === 'jwks' ? 'ltr' : 'auto'}
      autocomplete="off"
      spellcheck=${field === 'jwks' ? 'false' : 'true'}
      aria-describedby="help-${field} faults-${field}"
      aria-invalid=${faulty ? 'true' : 'false'}
      .value=${live(model.values[field])}
      @input=${onInput}
    ></textarea>`
  }
  const isAddress = field !== 'client_name'
  return html`<input
    class="input"
    id=${field}
    type=${isAddress ? 'url' : 'text'}
    inputmode=${isAddress ? 'url' : 'text'}
    dir=${isAddress ? 'ltr' : 'auto'}
    autocomplete="off"
    autocapitalize=${isAddress ? 'none' : 'sentences'}
    spellcheck="false"
    placeholder=${isAddress ? 'https://' : nothing}
    aria-describedby="help-${field} faults-${field}"
    aria-invalid=${faulty ? 'true' : 'false'}
    .value=${live(model.values[field])}
    @input=${onInput}
  />`
}

function counter({ model, locale }: FieldView, field: TextFieldName): TemplateResult | typeof nothing {
  const { client_name_max, description_max } = model.config.limits
  const max = field === 'client_name' ? client_name_max : field === 'description' ? description_max : undefined
  if (max === undefined) return nothing
  const count = [...model.values[field].normalize('NFC').trim()].length
  return count < max * nearLimit
    ? nothing
    : html`<p class="help counter">${locale.strings.form.characters(count, max)}</p>`
}
