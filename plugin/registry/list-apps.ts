import { pageSize } from '../contract/app-list.js'
import type { AppSort } from '../contract/app-values.js'
import type { FieldFault } from '../contract/faults.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppSummaryRecord } from './app-record.js'
import type { SortMember } from './app-store.js'
import { readCursor, writeCursor } from './page-cursor.js'
import type { RegistryContext } from './registry-context.js'
import { restorableSince, restorableUntil } from './restore-time.js'
import type { AppRecordPage, Registry } from './registry.js'
import { visibilityFilter } from './visibility-filter.js'

/** Each word of a search is a search of its own. */
const wordsMax = 10

const day = 24 * 60 * 60 * 1000

/**
 * One page of what the principal may see. Apps that are there throughout are each on exactly one page, whatever is created
 * meanwhile.
 *
 * @throws ProblemError `invalid_input`.
 */
export async function listApps(
  context: RegistryContext,
  principal: Principal,
  { members, faults }: Parameters<Registry['listApps']>[1],
): Promise<AppRecordPage> {
  const { sort = '-created_at', limit = pageSize.default, created_by, q = '', cursor } = members
  const after = cursor === undefined ? undefined : readCursor(sort, cursor)
  const errors: FieldFault[] = [...faults]
  if (cursor !== undefined && !after) errors.push({ pointer: '/cursor', code: 'not_allowed', allowed: ['next_cursor'] })
  if (context.store.searchTerms(q).length > wordsMax) errors.push({ pointer: '/q', code: 'too_many', max: wordsMax })
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })

  const member = sortMembers[sort]
  const now = context.clock()
  const { unused_for_days, secret_expires_within_days } = members
  const found = await context.store.pageOfApps({
    visibility: visibilityFilter(context.policy, principal),
    organizationId: members.organization_id,
    createdBy: created_by === 'me' ? principal.id : created_by,
    status: members.status,
    waiting: members.review === 'pending',
    deletedSince: restorableSince(context.capabilities, now),
    q,
    unusedSince: unused_for_days === undefined ? undefined : now - unused_for_days * day,
    secretEnds:
      secret_expires_within_days === undefined
        ? undefined
        : { after: now, until: now + secret_expires_within_days * day },
    sort: member,
    descending: sort.startsWith('-'),
    after,
    // One more than asked for tells whether there is a next page.
    limit: limit + 1,
  })
  const items = found.slice(0, limit).map((app) => withItsDays(context, app))
  const last = items.at(-1)
  const more = found.length > limit && last !== undefined
  return { items, next_cursor: more ? writeCursor(sort, context.store.positionOf(last, member)) : null }
}

/** Until when an app that rests can be restored. */
function withItsDays({ capabilities }: RegistryContext, app: AppSummaryRecord): AppSummaryRecord {
  const { deleted_at } = app
  return deleted_at === undefined ? app : { ...app, restorable_until: restorableUntil(capabilities, deleted_at) }
}

const sortMembers: Readonly<Record<AppSort, SortMember>> = {
  created_at: 'created_at',
  '-created_at': 'created_at',
  client_name: 'client_name',
  '-client_name': 'client_name',
  updated_at: 'updated_at',
  '-updated_at': 'updated_at',
  last_used_at: 'last_used_at',
  '-last_used_at': 'last_used_at',
}
