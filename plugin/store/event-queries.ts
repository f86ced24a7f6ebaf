import type { Knex } from 'knex'
import { eventActions } from '../contract/events.js'
import type { EventRecord, MemberChange } from '../registry/app-event.js'
import type { EventPageQuery } from '../registry/app-store.js'
import type { EventRow } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { tablesOf } from './tables.js'

/** Walks the index of one app's lines from its end. */
export async function pageOfEvents(knex: Knex, query: EventPageQuery): Promise<EventRecord[]> {
  const { clientId, action, actorId, since, until, before, limit } = query
  if (![clientId, actorId ?? ''].every(isDatabaseText)) return []
  const lines = knex<EventRow>(tablesOf(knex)('events')).where('client_id', clientId)
  if (action !== undefined) void lines.where('action', action)
  if (actorId !== undefined) void lines.where('actor_id', actorId)
  if (since !== undefined) void lines.where('at', '>=', since)
  if (until !== undefined) void lines.where('at', '<', until)
  if (before !== undefined) void lines.where('event_id', '<', before)
  // With the whole index in the order, MySQL does not walk the table's own key and skip what is of other apps.
  const rows = await lines
    .orderBy([
      { column: 'client_id', order: 'desc' },
      { column: 'event_id', order: 'desc' },
    ])
    .limit(limit)
    .select<EventRow[]>('*')
  return rows.map(toEvent)
}

function toEvent(row: EventRow): EventRecord {
  return {
    id: Number(row.event_id),
    client_id: row.client_id,
    organization_id: row.organization_id,
    action: actionOf(row.action),
    actor: { id: row.actor_id, name: row.actor_name },
    at: Number(row.at),
    changes: readChanges(row.changes),
  }
}

function actionOf(value: string): EventRecord['action'] {
  const action = eventActions.find((known) => known === value)
  if (!action) throw new TypeError(`The database holds "${value}", which is no action of the audit log`)
  return action
}

function readChanges(json: string): EventRecord['changes'] {
  const changes: unknown = JSON.parse(json)
  if (isChanges(changes)) return changes
  throw new TypeError('The database holds something other than the changes of an app')
}

function isChanges(value: unknown): value is Record<string, MemberChange> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isChange)
}

function isChange(value: unknown): value is MemberChange {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value
}
