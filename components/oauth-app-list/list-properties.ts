import type { PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import type { AppSummary } from '../../plugin/contract/app.js'
import { appSorts, appStatuses, daysMax, type AppSort } from '../../plugin/contract/app-values.js'
import { PageElement } from '../internal/page-element.js'
import { defaultColumns, knownColumns, type ListColumn } from './columns.js'
import { defaultSort, type AppListFilter, type ListStatus } from './list-filter.js'

const text = { fromAttribute: (value: string | null) => value ?? '' }
const name = { fromAttribute: (value: string | null) => (value === '' ? undefined : (value ?? undefined)) }
const days = { fromAttribute: (value: string | null) => (/^\d+$/.test(value ?? '') ? Number(value) : undefined) }
const columns = {
  fromAttribute: (value: string | null) => (value === null ? defaultColumns : knownColumns(value.split(/\s+/))),
}
/** Off only where it says so. */
const choice = { fromAttribute: (value: string | null) => (value === null ? undefined : value !== 'false') }

const statuses: readonly ListStatus[] = [...appStatuses, 'deleted']

function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((known) => known === value)
}

function daysOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= daysMax ? value : undefined
}

/**
 * What a host says of a list. What it is narrowed to, its order and its columns a host may keep in its address: it sets
 * them from there, and writes them there when they change.
 */
export abstract class ListProperties extends PageElement {
  /** The rows to show where there is no server to ask; nothing is loaded then. */
  @property({ attribute: false }) apps: readonly AppSummary[] | undefined

  /** What is searched for: the beginning of any word of the name, or of the client ID. */
  @property({ converter: text }) q = ''

  /**
   * The status that is shown, or `deleted` for the apps that can still be restored; all that are there when absent. `pending`
   * is the queue of those who review: also changes that wait, of apps that work as they were.
   */
  @property({ converter: name }) status: ListStatus | undefined

  /** The order of the rows. */
  @property() sort: AppSort = defaultSort

  /** The one organization whose apps are shown. */
  @property({ attribute: 'organization-id', converter: name }) organizationId: string | undefined

  /** The one person whose apps are shown, by id; `me` is the caller. */
  @property({ attribute: 'created-by', converter: name }) createdBy: string | undefined

  /** Shows apps that were not used for so many days. */
  @property({ attribute: 'unused-for-days', converter: days }) unusedForDays: number | undefined

  /** Shows apps of which a secret ends within so many days. */
  @property({ attribute: 'secret-expires-within-days', converter: days }) secretExpiresWithinDays: number | undefined

  /** What is shown of an app besides its name and status; as an attribute, names with spaces between them. */
  @property({ converter: columns }) columns: readonly ListColumn[] = defaultColumns

  /** Whether several apps can be picked, to do something to all of them; by default where the caller may. */
  @property({ converter: choice }) selectable: boolean | undefined

  /** Before anything is asked for by it: an address may hold anything, and what nobody knows counts as not said. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    this.status = oneOf(statuses, this.status)
    this.sort = oneOf(appSorts, this.sort) ?? defaultSort
    this.unusedForDays = daysOf(this.unusedForDays)
    this.secretExpiresWithinDays = daysOf(this.secretExpiresWithinDays)
    if (changed.has('columns')) this.columns = knownColumns(this.columns)
  }

  protected get filter(): AppListFilter {
    const { q, status, sort, organizationId, createdBy, unusedForDays, secretExpiresWithinDays } = this
    return { q, status, sort, organizationId, createdBy, unusedForDays, secretExpiresWithinDays }
  }

  /** Whether other apps may be shown than before. */
  protected filterChanged(changed: PropertyValues): boolean {
    return Object.keys(this.filter).some((name) => changed.has(name))
  }
}
