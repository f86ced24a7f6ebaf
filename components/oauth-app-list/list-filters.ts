import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Config } from '../../plugin/contract/config.js'
import { organizationsOf } from '../internal/organizations-of.js'
import { endsSoonDays } from '../internal/ends-soon.js'
import { glyphs } from '../internal/glyphs.js'
import type { PageStrings } from '../locales/en.js'
import type { AppListFilter, ListStatus } from './list-filter.js'

/** What this chip stands for, as `endsSoonDays` does for the other; a host may set other numbers, which they then show. */
const unusedDays = 90

export interface ListFiltersContext {
  readonly strings: PageStrings
  readonly filter: AppListFilter
  /** `undefined` until it is known what the host is set up for. */
  readonly config: Config | undefined
  readonly change: (filter: Partial<AppListFilter>) => void
}

/** What the list can be narrowed to, besides searching. */
export function listFilters(context: ListFiltersContext): TemplateResult {
  const { strings, filter, change } = context
  const { unusedForDays, secretExpiresWithinDays } = filter
  return html`${filtersButton(context)}
    <div class="filters">
      ${statusChips(context)} ${creatorChips(context)}
      <div class="chips" role="group" aria-label=${strings.list.attention}>
        ${chip(strings.list.unusedFor(unusedForDays ?? unusedDays), unusedForDays !== undefined, () =>
          change({ unusedForDays: unusedForDays === undefined ? unusedDays : undefined }),
        )}
        ${chip(
          strings.list.secretExpiresWithin(secretExpiresWithinDays ?? endsSoonDays),
          secretExpiresWithinDays !== undefined,
          () => change({ secretExpiresWithinDays: secretExpiresWithinDays === undefined ? endsSoonDays : undefined }),
        )}
      </div>
      ${organizationSelect(context)}
    </div>`
}

/**
 * Where there is little room, what follows is behind this button, which says how much of it is in force. That it is open is
 * nobody else's business, so that it is kept in the page alone.
 */
function filtersButton({ strings, filter }: ListFiltersContext): TemplateResult {
  const { q: _, sort: __, ...narrowing } = filter
  const count = Object.values(narrowing).filter((value) => value !== undefined).length
  return html`<button
    type="button"
    class="button filters-button"
    aria-expanded="false"
    @click=${({ currentTarget }: Event & { readonly currentTarget: HTMLElement }) => {
      currentTarget.setAttribute('aria-expanded', String(currentTarget.getAttribute('aria-expanded') === 'false'))
    }}
  >
    ${strings.list.filters}${count === 0 ? '' : ` (${count})`}${glyphs.chevron}
  </button>`
}

function chip(label: string, pressed: boolean, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${pressed ? 'true' : 'false'} @click=${press}>
    ${label}
  </button>`
}

function statusChips({ strings, filter, config, change }: ListFiltersContext): TemplateResult {
  const choices: (ListStatus | undefined)[] = [undefined, 'active', 'disabled']
  if (config?.capabilities.review) choices.push('pending', 'rejected', 'draft')
  if ((config?.capabilities.restore_days ?? 0) > 0) choices.push('deleted')
  if (!choices.includes(filter.status)) choices.push(filter.status)
  const label = (status: ListStatus | undefined): string => {
    if (!status) return strings.list.allStatuses
    return status === 'deleted' ? strings.list.deletedStatus : strings.statuses[status]
  }
  return html`<div class="chips" role="group" aria-label=${strings.list.status}>
    ${choices.map((status) => chip(label(status), status === filter.status, () => change({ status })))}
  </div>`
}

/** Only for somebody who sees more than their own apps. */
function creatorChips({ strings, filter, config, change }: ListFiltersContext): TemplateResult | typeof nothing {
  if (!config?.caller.sees_others) return nothing
  return html`<div class="chips" role="group" aria-label=${strings.list.columnCreatedBy}>
    ${chip(strings.list.everyones, filter.createdBy === undefined, () => change({ createdBy: undefined }))}
    ${chip(strings.list.mine, filter.createdBy === 'me', () => change({ createdBy: 'me' }))}
  </div>`
}

/** Only where there are several to choose from, or to leave the one that the host has set. */
function organizationSelect({ strings, filter, config, change }: ListFiltersContext): TemplateResult | typeof nothing {
  const organizations = config ? organizationsOf(config) : []
  if (organizations.length < (config?.caller.administrator ? 1 : 2)) return nothing
  const { organizationId } = filter
  const known = organizations.map(({ id, name }) => ({ id, name }))
  const foreign = organizationId === undefined || known.some(({ id }) => id === organizationId) ? [] : [organizationId]
  const choices = [
    { id: undefined, name: strings.list.everyOrganization },
    ...known,
    ...foreign.map((id) => ({ id, name: id })),
  ]
  return html`<span class="dropdown organization-filter">
    <select
      class="input"
      aria-label=${strings.list.columnOrganization}
      @change=${({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) =>
        change({ organizationId: choices[currentTarget.selectedIndex]?.id })}
    >
      ${choices.map(({ id, name }) => html`<option .selected=${live(id === organizationId)}>${name}</option>`)}
    </select>
    ${glyphs.chevron}
  </span>`
}
