import { html, nothing, type TemplateResult } from 'lit'
import type { App } from '../../../plugin/contract/app.js'
import { appDefaults } from '../../../plugin/contract/app-values.js'
import type { FieldName } from '../../../plugin/contract/fields.js'
import { readableValue, type ReadableValue } from '../../internal/readable-value.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'
import { safeLink } from './safe-link.js'

/** The members of an app that stand here, in the order of the form; the others have a place of their own. */
const members = [
  'description',
  'client_uri',
  'application_type',
  'token_endpoint_auth_method',
  'grant_types',
  'redirect_uris',
  'allowed_origins',
  'jwks',
  'contacts',
  'policy_uri',
  'tos_uri',
  'organization_id',
] as const satisfies readonly FieldName[]

type Member = (typeof members)[number]

const links: ReadonlySet<FieldName> = new Set(['client_uri', 'policy_uri', 'tos_uri'])

export function overviewSection(view: DetailsView): DetailsSection {
  const { app, locale, times } = view
  const { details, form, list } = locale.strings
  const content = html`<dl class="facts">
    ${members.filter((member) => isShown(member, view)).map((member) => fact(form[member], valueOf(member, view)))}
    ${fact(details.owner, html`<span class="value" dir="auto">${app.created_by.name}</span>`)}
    ${fact(list.columnCreated, times.render(app.created_at))} ${fact(list.columnUpdated, times.render(app.updated_at))}
    ${fact(
      list.columnLastUsed,
      app.last_used_at === null ? html`${details.neverUsed}` : times.render(app.last_used_at),
    )}
    ${app.deleted_at === undefined ? nothing : fact(details.deletedAt, times.render(app.deleted_at))}
  </dl>`
  return { id: 'overview', content }
}

function fact(label: string, value: TemplateResult): TemplateResult {
  return html`<div class="fact">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}

/** What the host does not use is left out, unless this app has something there that others have not. */
function isShown(member: Member, { app, config }: DetailsView): boolean {
  if (config?.fields[member].presence !== 'hidden') return true
  const value = readableOf(app, member)
  return value !== null && value.length > 0 && !isGivenByHost(member, app)
}

/** These every app has, given or not. */
function isGivenByHost(member: Member, app: App): boolean {
  if (member === 'application_type' || member === 'token_endpoint_auth_method')
    return app[member] === appDefaults[member]
  return member === 'grant_types' || member === 'organization_id'
}

function valueOf(member: Member, { app, config, locale }: DetailsView): TemplateResult {
  const value = readableOf(app, member)
  if (typeof value === 'string' && value !== '' && links.has(member)) return safeLink(value)
  return readableValue(member, value, { config, locale })
}

function readableOf(app: App, member: Member): Exclude<ReadableValue, Blob> {
  if (member === 'jwks') return app.jwks && JSON.stringify(app.jwks, null, 2)
  return app[member]
}
