import { html, type TemplateResult } from 'lit'
import type { FieldName } from '../../plugin/contract/fields.js'
import {
  applicationTypeField,
  authMethodField,
  grantTypesField,
  organizationField,
  statusField,
} from './fields/choice-fields.js'
import { requiredMark } from './fields/field-parts.js'
import { isFixed, isRequired, isVisible, type FieldView } from './fields/field-view.js'
import { fixedField } from './fields/fixed-field.js'
import { iconField } from './fields/icon-field.js'
import { listField } from './fields/list-field.js'
import { scopesField } from './fields/scopes-field.js'
import { textField } from './fields/text-field.js'

/** Which fields stand where, in the order of the page. */
const sections = [
  {
    name: 'basic',
    fields: [
      'organization_id',
      'client_name',
      'client_uri',
      'icon',
      'description',
      'application_type',
      'token_endpoint_auth_method',
      'jwks',
      'grant_types',
      'redirect_uris',
      'allowed_origins',
      'status',
    ],
  },
  { name: 'scopes', fields: ['scopes'] },
  { name: 'legal', fields: ['policy_uri', 'tos_uri', 'contacts'] },
] as const satisfies readonly { readonly name: string; readonly fields: readonly FieldName[] }[]

/** The fields that a person sees now, in the order of the page. */
export function visibleFields(view: FieldView): FieldName[] {
  return sections.flatMap(({ fields }) => fields.filter((field) => isVisible(view, field)))
}

/** The sections that have fields to show. The only one of a dialog needs no title: that of the dialog is enough. */
export function formSections(view: FieldView): TemplateResult[] {
  const { strings } = view.locale
  const shown = sections
    .map(({ name, fields }) => ({ name, fields: fields.filter((field) => isVisible(view, field)) }))
    .filter(({ fields }) => fields.length > 0)
  return shown.map(({ name, fields }) => {
    const controls = fields.map((field) => (isFixed(view, field) ? fixedField(view, field) : openField(view, field)))
    if (view.modal && shown.length === 1) return html`<section>${controls}</section>`
    return html`<section aria-labelledby="title-${name}">
      <header>
        <h3 id="title-${name}">
          ${strings.form[`${name}Title`]}${requiredMark(name === 'scopes' && isRequired(view, 'scopes'), strings)}
        </h3>
        <p class="help">${strings.form[`${name}Text`]}</p>
      </header>
      ${controls}
    </section>`
  })
}

function openField(view: FieldView, field: FieldName): TemplateResult {
  switch (field) {
    case 'client_name':
    case 'client_uri':
    case 'description':
    case 'policy_uri':
    case 'tos_uri':
    case 'jwks':
      return textField(view, field)
    case 'redirect_uris':
    case 'allowed_origins':
    case 'contacts':
      return listField(view, field)
    case 'application_type':
      return applicationTypeField(view)
    case 'token_endpoint_auth_method':
      return authMethodField(view)
    case 'grant_types':
      return grantTypesField(view)
    case 'organization_id':
      return organizationField(view)
    case 'status':
      return statusField(view)
    case 'scopes':
      return scopesField(view)
    case 'icon':
      return iconField(view)
  }
}
