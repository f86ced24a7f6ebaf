import { html, nothing, type TemplateResult } from 'lit'
import type { App } from '../../../plugin/contract/app.js'
import type { FieldName } from '../../../plugin/contract/fields.js'
import { readableValue, type ReadableValue, type ReadingContext } from '../../internal/readable-value.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { ReviewStrings } from './review-words.js'

interface ChangesContext extends ReadingContext {
  readonly locale: LocaleController<ReviewStrings>
}

/** In the order of the form. The icon goes by its address. */
const members = [
  'client_name',
  'client_uri',
  'application_type',
  'redirect_uris',
  'allowed_origins',
  'scopes',
  'grant_types',
  'policy_uri',
  'tos_uri',
] as const satisfies readonly FieldName[]

/** Each member that would change: as it is in force, and as it is proposed. */
export function proposedChanges(app: App, context: ChangesContext): TemplateResult | typeof nothing {
  const { proposal } = app
  if (!proposal) return nothing
  const { locale } = context
  const { form, review } = locale.strings
  const icon = proposal.logo_uri === undefined ? [] : [row('icon', form.icon, [app.logo_uri, proposal.logo_uri])]
  const rows = members.map((member) => {
    const then = proposal[member]
    return then === undefined ? nothing : row(member, form[member], [app[member], then])
  })
  return html`<dl class="changes">${[...icon, ...rows]}</dl>`

  function row(
    field: FieldName,
    label: string,
    [before, then]: readonly [ReadableValue, ReadableValue],
  ): TemplateResult {
    return html`<div class="change" data-member=${field}>
      <dt>${label}</dt>
      <dd>${side(field, review.inForce, before, '')} ${side(field, review.proposed, then, 'proposed')}</dd>
    </div>`
  }

  function side(field: FieldName, label: string, value: ReadableValue, kind: string): TemplateResult {
    return html`<div class="side ${kind}">
      <span class="help">${label}</span>
      ${readableValue(field, value, context)}
    </div>`
  }
}
