import { html, nothing, type TemplateResult } from 'lit'
import type { AppEventLine } from '../../../plugin/contract/events.js'
import { fieldNames, type FieldName } from '../../../plugin/contract/fields.js'
import { readableCodes, readableValue, readableWords } from '../../internal/readable-value.js'
import type { Strings } from '../../locales/en.js'
import type { DetailsView } from '../details-view.js'
import { secretName } from '../secrets/secret-name.js'
import { isoOf, personIn, secretsIn } from './audited-values.js'

type Change = AppEventLine['changes'][string]

/** Each member that changed, as it was and as it became; behind a button that names them. */
export function eventChanges({ action, changes }: AppEventLine, view: DetailsView): TemplateResult | typeof nothing {
  const { strings, lang } = view.locale
  const members = Object.keys(changes)
    .filter((member) => action !== 'app.created' || !isEmpty(changes[member]?.after))
    .sort((one, other) => placeOf(one) - placeOf(other))
  if (members.length === 0) return nothing
  const names = new Intl.ListFormat(lang, { type: 'unit' }).format(members.map((member) => labelOf(member, strings)))
  return html`<details>
    <summary>${action === 'app.created' ? strings.events.created : names}</summary>
    <dl class="changes">
      ${members.map((member) => {
        const change = changes[member]
        return change === undefined ? nothing : memberChange(member, change, action === 'app.created', view)
      })}
    </dl>
  </details>`
}

/** Of what began, nothing was before. */
function memberChange(member: string, { before, after }: Change, began: boolean, view: DetailsView): TemplateResult {
  const { events } = view.locale.strings
  const side = (label: string, value: unknown): TemplateResult =>
    html`<div class="side">
      <span class="help">${label}</span>
      ${auditedValue(member, value, view)}
    </div>`
  return html`<div class="change" data-member=${member}>
    <dt>${labelOf(member, view.locale.strings)}</dt>
    <dd>
      ${began ? auditedValue(member, after, view) : html`${side(events.before, before)} ${side(events.after, after)}`}
    </dd>
  </div>`
}

function auditedValue(member: string, value: unknown, view: DetailsView): TemplateResult {
  const { strings } = view.locale
  if (isEmpty(value)) return readableWords(strings.common.none)
  if (member === 'secrets')
    return readableWords(
      secretsIn(value)
        .map((secret) => secretWords(secret, view))
        .join('\n'),
    )
  const person = personIn(value)
  if (person !== undefined) return readableWords(person)
  if (member === 'icon') return readableWords(strings.events.icon)
  if (isFieldName(member) && isReadable(value)) return readableValue(member, value, view)
  if (typeof value === 'string' || typeof value === 'number') return readableCodes([String(value)])
  return readableCodes([JSON.stringify(value)])
}

function secretWords(secret: ReturnType<typeof secretsIn>[number], { locale }: DetailsView): string {
  const name = secretName(secret, locale.strings)
  if (secret.expires_at === null) return name
  return locale.strings.events.until(name, locale.exactTime(isoOf(secret.expires_at)))
}

function labelOf(member: string, { details, events, form, list }: Strings): string {
  if (member === 'secrets') return events.secretsMember
  if (member === 'created_by') return details.owner
  return isFieldName(member) ? (member === 'status' ? list.columnStatus : form[member]) : member
}

function placeOf(member: string): number {
  const place = fieldNames.findIndex((name) => name === member)
  return place === -1 ? fieldNames.length : place
}

function isFieldName(member: string): member is FieldName {
  return fieldNames.some((name) => name === member)
}

function isReadable(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
