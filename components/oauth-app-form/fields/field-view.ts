import type { Config } from '../../../plugin/contract/config.js'
import type { Fault } from '../../../plugin/contract/faults.js'
import type { FieldName } from '../../../plugin/contract/fields.js'
import { isApproved } from '../../../plugin/contract/review-values.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { FormStrings } from '../../locales/en.js'
import type { FormModel } from '../form-model.js'

/** What every field of one render is drawn from. */
export interface FieldView {
  readonly model: FormModel
  readonly locale: LocaleController<FormStrings>
  /** Whether the caller may look only. */
  readonly readOnly: boolean
  /** Whether the form has a dialog of its own. */
  readonly modal: boolean
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
  // Whether an app works that nobody has approved is not its owner's to say.
  if (field === 'status' && config.capabilities.review && !(model.current && isApproved(model.current))) return false
  if (field === 'jwks') return values.token_endpoint_auth_method === 'private_key_jwt'
  return field !== 'organization_id' || isOrganizationVisible(model)
}

/** The organizations that the app may belong to. */
export function homesOf({ config, base }: FormModel): Config['caller']['organizations'] {
  return config.caller.organizations.filter(({ id, can_create }) => can_create || id === base.organization_id)
}

/** Nobody is asked who has no choice between organizations, nor told who has but one. */
function isOrganizationVisible(model: FormModel): boolean {
  const { config, current } = model
  const stays = current && (config.fields.organization_id.locked || current.organization_id !== null)
  if (stays) return current.organization_id !== null && config.caller.organizations.length > 1
  return homesOf(model).length > 1
}
