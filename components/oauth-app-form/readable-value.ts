import { html, type TemplateResult } from 'lit'
import type { Config } from '../../plugin/contract/config.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { FormValues } from './form-values.js'

interface ReadingContext {
  readonly config: Config
  readonly locale: LocaleController
}

/** A field's value for reading: text as it is, lists line by line, choices by their names. */
export function readableValue(
  field: FieldName,
  values: FormValues,
  { config, locale }: ReadingContext,
): TemplateResult {
  const { common, form, statuses } = locale.strings
  switch (field) {
    case 'client_name':
    case 'description':
      return values[field] === '' ? plain(common.none) : html`<p class="value" dir="auto">${values[field]}</p>`
    case 'client_uri':
    case 'policy_uri':
    case 'tos_uri':
    case 'jwks':
      return codes(values[field] === '' ? [] : [values[field]], common.none)
    case 'redirect_uris':
    case 'allowed_origins':
    case 'contacts':
    case 'scopes':
    case 'grant_types':
      return codes(values[field], common.none)
    case 'application_type':
      return plain(values.application_type === 'native' ? form.typeNative : form.typeWeb)
    case 'token_endpoint_auth_method':
      return plain(form.methods[values.token_endpoint_auth_method])
    case 'status':
      return plain(statuses[values.status])
    case 'organization_id':
      return plain(organizationName(values.organization_id, config) || common.none)
    case 'icon':
      return icon(values.icon, locale)
  }
}

function plain(text: string): TemplateResult {
  return html`<p class="value">${text}</p>`
}

function codes(items: readonly string[], none: string): TemplateResult {
  if (items.length === 0) return plain(none)
  return html`<ul class="value codes" role="list">
    ${items.map((item) => html`<li class="mono" dir="ltr">${item}</li>`)}
  </ul>`
}

function organizationName(id: string, { caller }: Config): string {
  return caller.organizations.find((organization) => organization.id === id)?.name ?? id
}

function icon(value: FormValues['icon'], { strings }: LocaleController): TemplateResult {
  if (value === null) return plain(strings.common.none)
  if (typeof value !== 'string') return plain(strings.form.iconChosen)
  return html`<img class="value logo" src=${value} alt=${strings.form.icon} width="32" height="32" />`
}
