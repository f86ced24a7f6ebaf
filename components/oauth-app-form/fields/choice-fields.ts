import { html, nothing, type TemplateResult } from 'lit'
import { usesSecret, applicationTypes, grantTypes, type AuthMethod } from '../../../plugin/contract/app-values.js'
import { defaultAuthMethod, offeredAuthMethods } from '../../../plugin/contract/check-app.js'
import { defaultGrantTypes } from '../../../plugin/contract/grant-types.js'
import { glyphs } from '../../internal/glyphs.js'
import { choice } from './choice.js'
import { describes, faultsAt, grouped, labelled } from './field-frame.js'
import { faultsOf, homesOf, isRequired, isVisible, type FieldView } from './field-view.js'

export function applicationTypeField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const labels = { web: form.typeWeb, native: form.typeNative }
  const choices = applicationTypes.map((type) =>
    choice({
      type: 'radio',
      name: 'application_type',
      label: labels[type],
      checked: model.values.application_type === type,
      change: () => {
        model.set('application_type', type)
      },
    }),
  )
  return grouped(
    view,
    'application_type',
    html`<p class="help">${form.application_typeHelp}</p>
      <div class="choices">${choices}</div>`,
  )
}

/** Public or confidential and, where the host takes keys, confidential by a key of its own. */
export function authMethodField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const before = model.base.token_endpoint_auth_method
  const offered = offeredAuthMethods(model.config, model.current)
  const usual = defaultAuthMethod(model.config)
  const consequence = consequenceOf(view)
  /** Ticked, it is this method; unticked, the other. */
  const either = (name: string, label: string, help: string, method: AuthMethod, other: AuthMethod): TemplateResult =>
    choice({
      type: 'checkbox',
      name,
      label,
      help,
      checked: model.values.token_endpoint_auth_method === method,
      change: (on) => {
        model.set('token_endpoint_auth_method', on ? method : other)
      },
    })
  return grouped(
    view,
    'token_endpoint_auth_method',
    html`${
        offered.includes('none') && offered.some(usesSecret)
          ? either('public', form.publicClient, form.publicClientHelp, 'none', before === 'none' ? usual : before)
          : nothing
      }
      ${
        model.config.fields.jwks.presence === 'hidden' || !offered.includes('private_key_jwt')
          ? nothing
          : either('own-key', form.ownKey, form.ownKeyHelp, 'private_key_jwt', usual)
      }
      <div role="status">
        ${consequence === undefined ? nothing : html`<p class="consequence">${glyphs.alert}<span>${consequence}</span></p>`}
      </div>`,
  )
}

export function statusField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  return html`<div class="field" data-field="status">
    ${choice({
      type: 'checkbox',
      name: 'status',
      label: form.status,
      help: form.statusHelp,
      checked: model.values.status === 'active',
      change: (on) => {
        model.set('status', on ? 'active' : 'disabled')
      },
    })}
    ${faultsAt(view, 'status')}
  </div>`
}

export function organizationField(view: FieldView): TemplateResult {
  const { model, locale } = view
  const { common, form } = locale.strings
  const name = 'organization_id'
  const chosen = model.values[name]
  const unchosen = isRequired(view, name) ? form.organizationChoose : common.none
  return labelled(
    view,
    name,
    form.organization_idHelp,
    html`<select
      class="input"
      id=${name}
      aria-describedby=${describes(name)}
      aria-invalid=${faultsOf(view, name).length > 0 ? 'true' : 'false'}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) model.set(name, target.value)
      }}
    >
      ${[{ id: '', name: unchosen }, ...homesOf(model)].map(
        ({ id, name }) => html`<option value=${id} ?selected=${chosen === id}>${name}</option>`,
      )}
    </select>`,
  )
}

/** Shows what an app that names no grants will have, and names them only once a person changed one. */
export function grantTypesField(view: FieldView): TemplateResult {
  const { model } = view
  const given = model.values.grant_types
  const granted = given.length > 0 ? given : defaultGrantTypes(model.values, model.config)
  const boxes = grantTypes.map((type) =>
    choice({
      type: 'checkbox',
      name: type,
      label: html`<span class="mono">${type}</span>`,
      checked: granted.includes(type),
      change: (on) => {
        model.set(
          'grant_types',
          grantTypes.filter((one) => (one === type ? on : granted.includes(one))),
        )
      },
    }),
  )
  return grouped(view, 'grant_types', boxes)
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
