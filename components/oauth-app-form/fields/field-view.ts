import type { Fault } from '../../../plugin/contract/faults.js'
import type { FieldName } from '../../../plugin/contract/fields.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { FormModel } from '../form-model.js'

/** What every field of one render is drawn from. */
export interface FieldView {
  readonly model: FormModel
  readonly locale: LocaleController
  /** Whether the caller may look only. */
  readonly readOnly: boolean
}

export function isRequired({ model }: FieldView, field: FieldName): boolean {
  return model.config.fields[field].presence === 'required'
}

/** Whether the value is shown but cannot be changed: for this caller, or for this field of an app that exists. */
export function isFixed({ model, readOnly }: FieldView, field: FieldName): boolean {
  return readOnly || (model.current !== undefined && model.config.fields[field].locked)
}

/** What to tell at a field, whichever item of it is at fault. */
export function faultsOf({ model }: FieldView, field: FieldName): Fault[] {
  return model.shownAt(field).map(({ fault }) => fault)
}

/** Fields in the order of the page; a host's policy hides some, and some only exist beside others. */
export function isVisible({ model }: Pick<FieldView, 'model'>, field: FieldName): boolean {
  const { config, values } = model
  if (config.fields[field].presence === 'hidden') return false
  if (field === 'jwks') return values.token_endpoint_auth_method === 'private_key_jwt'
  return field !== 'organization_id' || isOrganizationVisible(model)
}

/** Where there is nothing to choose between and nothing to tell, nobody is asked. */
function isOrganizationVisible({ config, current }: FormModel): boolean {
  const { presence, locked } = config.fields.organization_id
  if (current && (locked || current.organization_id !== null)) return current.organization_id !== null
  const homes = config.caller.organizations.filter(({ can_create }) => can_create)
  return presence === 'required' ? homes.length !== 1 : homes.length > 0
}
