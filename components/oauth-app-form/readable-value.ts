import { html, type TemplateResult } from 'lit'
import type { Config } from '../../plugin/contract/config.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import type { LocaleController } from '../internal/locale.controller.js'
import { isList, type FormValues } from './form-values.js'

interface ReadingContext {
  readonly config: Config
  readonly locale: LocaleController
}

/** A field's value for reading: words as they are, addresses line by line, choices by their names. */
export function readableValue(field: FieldName, values: FormValues, context: ReadingContext): TemplateResult {
  const { common, form } = context.locale.strings
  const value = values[field]
  if (value instanceof Blob) return words(form.iconChosen)
  if (value === null || value.length === 0) return words(common.none)
  if (isList(value)) return codes(value)
  if (field === 'icon') return html`<img class="value logo" src=${value} alt=${form.icon} width="32" height="32" />`
  const inWords = wordsFor(field, values, context)
  return inWords === undefined ? codes([value]) : words(inWords)
}

/** `undefined` for what is no words: an address, keys, an id that nobody has a name for. */
function wordsFor(field: FieldName, values: FormValues, { config, locale }: ReadingContext): string | undefined {
  const { form, statuses } = locale.strings
  switch (field) {
    case 'client_name':
    case 'description':
      return values[field]
    case 'application_type':
      return values[field] === 'native' ? form.typeNative : form.typeWeb
    case 'token_endpoint_auth_method':
      return form.methods[values[field]]
    case 'status':
      return statuses[values[field]]
    case 'organization_id':
      return config.caller.organizations.find(({ id }) => id === values[field])?.name
    default:
      return undefined
  }
}

function words(text: string): TemplateResult {
  return html`<p class="value" dir="auto">${text}</p>`
}

function codes(items: readonly string[]): TemplateResult {
  return html`<ul class="value codes" role="list">
    ${items.map((item) => html`<li class="mono" dir="ltr">${item}</li>`)}
  </ul>`
}
