import { html, nothing, type TemplateResult } from 'lit'
import type { AppEventLine } from '../../../plugin/contract/events.js'
import { fieldNames, type FieldName } from '../../../plugin/contract/fields.js'
import { readableCodes, readableValue, readableWords } from '../../internal/readable-value.js'
import type { DetailsStrings } from '../../locales/en.js'
import type { DetailsView } from '../details-view.js'
import { secretName } from '../secrets/secret-name.js'
import { isTime, personIn, secretsIn } from './audited-values.js'

type Change = AppEventLine['changes'][string]

/** The sentence has said it already. */
const told: ReadonlySet<string> = new Set(['deleted_at', 'restorable_until', 'users', 'grants', 'tokens'])

/** Which sides of a change there are: of what began there is nothing before, of what ended nothing after. */
type Sides = 'both' | 'before' | 'after'

/** Each member that changed, as it was and as it became; behind a button that names them. */
export function eventChanges({ action, changes }: AppEventLine, view: DetailsView): TemplateResult | typeof nothing {
  const { strings, lang } = view.locale
  const began = action === 'app.created' || action === 'app.token_issued'
  const sides = began ? 'after' : action === 'app.deleted' ? 'before' : 'both'
  const members = Object.entries(changes)
    .filter(([member, change]) => !told.has(member) && (sides === 'both' || !isEmpty(change[sides])))
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
  if (members.length === 0) return nothing
  const names = members.map(([member]) => labelOf(member, strings))
  const list = new Intl.ListFormat(lang, { type: 'unit' }).format(names)
  const titles = {
    after: action === 'app.created' ? strings.events.created : list,
    before: strings.events.deleted,
    both: list,
  }
  return html`<details>
    <summary>${titles[sides]}</summary>
    <dl class="changes">${members.map(([member, change]) => memberChange(member, change, sides, view))}</dl>
  </details>`
}

function memberChange(member: string, change: Change, sides: Sides, view: DetailsView): TemplateResult {
  const { events } = view.locale.strings
  const side = (label: string, value: unknown): TemplateResult =>
    html`<div class="side">
      <span class="help">${label}</span>
      ${auditedValue(member, value, view)}
    </div>`
  return html`<div class="change" data-member=${member}>
    <dt>${labelOf(member, view.locale.strings)}</dt>
    <dd>
      ${
        sides === 'both'
          ? html`${side(events.before, change.before)} ${side(events.after, change.after)}`
          : html`<div class="side">${auditedValue(member, change[sides], view)}</div>`
      }
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
  if (member === 'expires_at' && isTime(value)) return readableWords(view.locale.exactTime(value))
  if (isFieldName(member) && isReadable(value)) return readableValue(member, value, view)
  if (member === 'reason' && typeof value === 'string') return readableWords(value)
  if (typeof value === 'string' || typeof value === 'number') return readableCodes([String(value)])
  return readableCodes([JSON.stringify(value)])
}

function secretWords(secret: ReturnType<typeof secretsIn>[number], { locale }: DetailsView): string {
  const name = secretName(secret, locale.strings)
  if (secret.expires_at === null) return name
  return locale.strings.events.until(name, locale.exactTime(secret.expires_at))
}

function labelOf(member: string, { details, events, form, list }: DetailsStrings): string {
  if (member === 'secrets') return events.secretsMember
  if (member === 'created_by') return details.owner
  if (member === 'expires_at') return details.secretExpires
  if (member === 'reason') return events.reason
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
