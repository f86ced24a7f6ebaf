import { html, type TemplateResult } from 'lit'
import type { Config } from '../../plugin/contract/config.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import { organizationName } from './organizations-of.js'
import type { LocaleController } from './locale.controller.js'
import type { MemberStrings } from '../locales/en.js'

/** What a field can hold: text, a list of it, an image that was chosen, or nothing. */
export type ReadableValue = string | readonly string[] | Blob | null

export interface ReadingContext {
  readonly config: Pick<Config, 'caller' | 'organizations'> | undefined
  readonly locale: LocaleController<MemberStrings>
}

/** A field's value for reading: words as they are, addresses line by line, choices by their names. */
export function readableValue(field: FieldName, value: ReadableValue, context: ReadingContext): TemplateResult {
  const { common, form } = context.locale.strings
  if (value instanceof Blob) return readableWords(form.iconChosen)
  if (value === null || value.length === 0) return readableWords(common.none)
  if (typeof value !== 'string') return readableCodes(value)
  if (field === 'icon') return html`<img class="value logo" src=${value} alt=${form.icon} width="32" height="32" />`
  const inWords = wordsFor(field, value, context)
  return inWords === undefined ? readableCodes([value]) : readableWords(inWords)
}

/** `undefined` for what is no words: an address, keys, an id that nobody has a name for. */
function wordsFor(field: FieldName, value: string, { config, locale }: ReadingContext): string | undefined {
  const { form, statuses } = locale.strings
  switch (field) {
    case 'client_name':
    case 'description':
      return value
    case 'application_type':
      return nameIn({ web: form.typeWeb, native: form.typeNative }, value)
    case 'token_endpoint_auth_method':
      return nameIn(form.methods, value)
    case 'status':
      return nameIn(statuses, value)
    case 'organization_id':
      return organizationName(config, value)
    default:
      return undefined
  }
}

function nameIn(names: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(names, value) ? names[value] : undefined
}

export function readableWords(text: string): TemplateResult {
  return html`<p class="value" dir="auto">${text}</p>`
}

export function readableCodes(items: readonly string[]): TemplateResult {
  return html`<ul class="value codes" role="list">
    ${items.map((item) => html`<li class="mono" dir="ltr">${item}</li>`)}
  </ul>`
}
