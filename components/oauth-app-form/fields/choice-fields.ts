import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { usesSecret, applicationTypes, grantTypes, type AuthMethod } from '../../../plugin/contract/app-values.js'
import { defaultGrantTypes } from '../../../plugin/contract/grant-types.js'
import { glyphs } from '../../internal/glyphs.js'
import { faultList, requiredMark } from './field-parts.js'
import { faultsOf, isRequired, isVisible, type FieldView } from './field-view.js'

export function applicationTypeField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const words = { web: form.typeWeb, native: form.typeNative }
  return html`<fieldset class="field" data-field="application_type" aria-describedby="help-application_type">
    <legend class="label">
      ${form.application_type}${requiredMark(isRequired(view, 'application_type'), locale.strings)}
    </legend>
    <p class="help" id="help-application_type">${form.application_typeHelp}</p>
    <div class="choices">
      ${applicationTypes.map(
        (type) =>
          html`<label class="choice">
            <input
              type="radio"
              name="application_type"
              value=${type}
              .checked=${live(model.values.application_type === type)}
              @change=${() => {
                model.set('application_type', type)
              }}
            />${words[type]}
          </label>`,
      )}
    </div>
    ${faultList('faults-application_type', faultsOf(view, 'application_type'), locale.strings)}
  </fieldset>`
}

/** Public or confidential and, where the host takes keys, confidential by a key of its own. */
export function authMethodField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const method = model.values.token_endpoint_auth_method
  const set = (next: AuthMethod): void => {
    model.set('token_endpoint_auth_method', next)
  }
  const consequence = consequenceOf(view)
  return html`<fieldset class="field" data-field="token_endpoint_auth_method">
    <legend class="label">${form.token_endpoint_auth_method}</legend>
    ${tick(form.publicClient, 'help-public', method === 'none', (on) => {
      set(on ? 'none' : confidentialMethod(view))
    })}
    <p class="help indented" id="help-public">${form.publicClientHelp}</p>
    ${
      model.config.fields.jwks.presence === 'hidden'
        ? nothing
        : html`${tick(form.ownKey, 'help-own-key', method === 'private_key_jwt', (on) => {
              set(on ? 'private_key_jwt' : 'client_secret_basic')
            })}
            <p class="help indented" id="help-own-key">${form.ownKeyHelp}</p>`
    }
    <div role="status">
      ${consequence === undefined ? nothing : html`<p class="consequence">${glyphs.alert}<span>${consequence}</span></p>`}
    </div>
    ${faultList('faults-token_endpoint_auth_method', faultsOf(view, 'token_endpoint_auth_method'), locale.strings)}
  </fieldset>`
}

export function statusField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  return html`<div class="field" data-field="status">
    ${tick(form.status, 'help-status', model.values.status === 'active', (on) => {
      model.set('status', on ? 'active' : 'disabled')
    })}
    <p class="help indented" id="help-status">${form.statusHelp}</p>
    ${faultList('faults-status', faultsOf(view, 'status'), locale.strings)}
  </div>`
}

export function organizationField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { common, form } = locale.strings
  const required = isRequired(view, 'organization_id')
  const faults = faultsOf(view, 'organization_id')
  const chosen = model.values.organization_id
  return html`<div class="field" data-field="organization_id">
    <label for="organization_id">${form.organization_id}${requiredMark(required, locale.strings)}</label>
    <p class="help" id="help-organization_id">${form.organization_idHelp}</p>
    <select
      class="input"
      id="organization_id"
      aria-describedby="help-organization_id faults-organization_id"
      aria-invalid=${faults.length > 0 ? 'true' : 'false'}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) model.set('organization_id', target.value)
      }}
    >
      <option value="" ?selected=${chosen === ''}>${required ? form.organizationChoose : common.none}</option>
      ${model.config.caller.organizations
        .filter(({ id, can_create }) => can_create || id === model.base.organization_id)
        .map(({ id, name }) => html`<option value=${id} ?selected=${chosen === id}>${name}</option>`)}
    </select>
    ${faultList('faults-organization_id', faults, locale.strings)}
  </div>`
}

/** Shows what an app that names no grants will have, and names them only once a person changed one. */
export function grantTypesField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const given = model.values.grant_types
  const granted = given.length > 0 ? given : defaultGrantTypes(model.values, model.config)
  return html`<fieldset class="field" data-field="grant_types">
    <legend class="label">${form.grant_types}${requiredMark(isRequired(view, 'grant_types'), locale.strings)}</legend>
    ${grantTypes.map((type) =>
      tick(html`<span class="mono">${type}</span>`, 'faults-grant_types', granted.includes(type), (on) => {
        model.set(
          'grant_types',
          grantTypes.filter((one) => (one === type ? on : granted.includes(one))),
        )
      }),
    )}
    ${faultList('faults-grant_types', faultsOf(view, 'grant_types'), locale.strings)}
  </fieldset>`
}

function tick(
  label: string | TemplateResult,
  describedBy: string,
  checked: boolean,
  change: (on: boolean) => void,
): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      aria-describedby=${describedBy}
      .checked=${live(checked)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) change(target.checked)
      }}
    />${label}
  </label>`
}

/** What a client that stops being public goes back to. */
function confidentialMethod({ model }: FieldView): AuthMethod {
  const before = model.base.token_endpoint_auth_method
  return before === 'none' ? 'client_secret_basic' : before
}

/** What saving does to the secrets of an app that exists. */
function consequenceOf(view: FieldView): string | undefined {
  const { model, locale } = view
  if (!model.current || !isVisible(view, 'token_endpoint_auth_method')) return undefined
  const had = usesSecret(model.base.token_endpoint_auth_method)
  const has = usesSecret(model.values.token_endpoint_auth_method)
  if (had === has) return undefined
  return had ? locale.strings.form.becomesPublic : locale.strings.form.becomesConfidential
}
