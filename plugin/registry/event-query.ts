import { eventPageSize, type EventListQuery } from '../contract/events.js'
import type { FieldFault } from '../contract/faults.js'
import { ProblemError } from '../problem-error.js'
import type { Timestamp } from './app-record.js'
import type { EventPageQuery } from './app-store.js'
import { readTime } from './read-time.js'
import type { Submission } from './registry.js'

/** Which lines of an app somebody asks for. */
export type EventFilter = Pick<EventPageQuery, 'action' | 'actorId' | 'since' | 'until'>

/**
 * What a page of lines is asked for with.
 *
 * @throws ProblemError `invalid_input`.
 */
export function readEventQuery({ members, faults }: Submission<EventListQuery>): Omit<EventPageQuery, 'clientId'> {
  const { cursor, limit = eventPageSize.default } = members
  const errors = [...faults]
  const before = cursor === undefined ? undefined : readEventCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    errors.push({ pointer: '/cursor', code: 'not_allowed', allowed: ['next_cursor'] })
  }
  return { ...readFilter(members, errors), before, limit }
}

/**
 * What a file of lines is asked for with: it has no pages.
 *
 * @throws ProblemError `invalid_input`.
 */
export function readExportQuery({ members, faults }: Submission<EventListQuery>): EventFilter {
  const paging = (['cursor', 'limit'] as const).filter((name) => members[name] !== undefined)
  const unused = paging.map((name): FieldFault => ({ pointer: `/${name}`, code: 'hidden_member' }))
  return readFilter(members, [...faults, ...unused])
}

/** The place of a line, as a caller carries it. */
export function writeEventCursor(id: number): string {
  return Buffer.from(`event ${id}`).toString('base64url')
}

function readEventCursor(cursor: string): number | undefined {
  const digits = /^event ([1-9]\d{0,14})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Throws what was wrong before, too. */
function readFilter({ action, actor_id, since, until }: EventListQuery, errors: FieldFault[]): EventFilter {
  const moment = (name: string, text: string | undefined): Timestamp | undefined => {
    const timestamp = text === undefined ? undefined : readTime(text)
    if (text !== undefined && timestamp === undefined) errors.push({ pointer: `/${name}`, code: 'time_malformed' })
    return timestamp
  }
  const filter = { action, actorId: actor_id, since: moment('since', since), until: moment('until', until) }
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return filter
}
