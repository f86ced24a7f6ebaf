import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { normalizeText } from '../../../plugin/contract/normalize-text.js'
import { describes, labelled } from './field-frame.js'
import { faultsOf, type FieldView } from './field-view.js'

export type TextFieldName = 'client_name' | 'client_uri' | 'description' | 'policy_uri' | 'tos_uri' | 'jwks'

/** A counter appears when less than a fifth of the room is left. */
const nearLimit = 0.8

/** A line of text, an address, or several lines. */
export function textField(view: FieldView, field: TextFieldName): TemplateResult {
  const { form } = view.locale.strings
  const content = [control(view, field), counter(view, field)]
  return labelled(view, field, form[`${field}Help`], content, (suggestion) => {
    view.model.set(field, suggestion)
  })
}

function control(view: FieldView, field: TextFieldName): TemplateResult {
  const { model } = view
  const invalid = faultsOf(view, field).length > 0 ? 'true' : 'false'
  const isCode = field === 'jwks'
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) model.set(field, target.value)
  }
  if (isCode || field === 'description') {
    return html`<textarea
      class=${isCode ? 'input mono' : 'input'}
      id=${field}
      rows=${isCode ? 8 : 3}
      dir=${isCode ? 'ltr' : 'auto'}
      autocomplete="off"
      spellcheck=${isCode ? 'false' : 'true'}
      aria-describedby=${describes(field)}
      aria-invalid=${invalid}
      .value=${live(model.values[field])}
      @input=${onInput}
      @focus=${reveal}
    ></textarea>`
  }
  const isAddress = field !== 'client_name'
  return html`<input
    class="input"
    id=${field}
    type=${isAddress ? 'url' : 'text'}
    dir=${isAddress ? 'ltr' : 'auto'}
    autocomplete="off"
    autocapitalize=${isAddress ? 'none' : 'sentences'}
    spellcheck="false"
    placeholder=${isAddress ? 'https://' : nothing}
    aria-describedby=${describes(field)}
    aria-invalid=${invalid}
    .value=${live(model.values[field])}
    @input=${onInput}
  />`
}

/** Browsers bring only the caret of several lines into sight, and it may be behind the sticky footer. */
function reveal({ currentTarget }: Event): void {
  if (currentTarget instanceof Element) currentTarget.scrollIntoView({ block: 'nearest' })
}

function counter({ model, locale }: FieldView, field: TextFieldName): TemplateResult | typeof nothing {
  const { client_name_max, description_max } = model.config.limits
  const max = field === 'client_name' ? client_name_max : field === 'description' ? description_max : undefined
  if (max === undefined) return nothing
  const count = [...normalizeText(model.values[field], max)].length
  return count < max * nearLimit
    ? nothing
    : html`<p class="help counter">${locale.strings.form.characters(count, max)}</p>`
}
