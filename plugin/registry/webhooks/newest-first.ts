import type { FieldFault } from '../../contract/faults.js'
import { ProblemError } from '../../problem-error.js'
import type { Timestamp } from '../app-record.js'
import type { Submission } from '../registry.js'
import { isSoundText } from '../sound-text.js'
import type { NewestFirst } from './webhook-store.js'

/**
 * Which page is asked for.
 *
 * @throws ProblemError `invalid_input`.
 */
export function readNewestFirst(
  { members, faults }: Submission<{ cursor?: string | undefined; limit?: number | undefined }>,
  size: number,
): { after: NewestFirst | undefined; limit: number } {
  const { cursor, limit = size } = members
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const errors: FieldFault[] = [...faults]
  if (cursor !== undefined && !after) errors.push({ pointer: '/cursor', code: 'not_allowed', allowed: ['next_cursor'] })
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return { after, limit }
}

/** A page of what was found, of which one more than asked for tells that there is another page. */
export function pageOf<Item extends { readonly created_at: Timestamp; readonly id: string }>(
  found: readonly Item[],
  limit: number,
): { items: readonly Item[]; next_cursor: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const more = found.length > limit && last !== undefined
  return { items, next_cursor: more ? writeCursor({ at: last.created_at, id: last.id }) : null }
}

function writeCursor({ at, id }: NewestFirst): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

function readCursor(cursor: string): NewestFirst | undefined {
  const [, at, id] = /^(\d{1,15}) ([\x21-\x7e]{1,200})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return at === undefined || id === undefined || !isSoundText(id) ? undefined : { at: Number(at), id }
}
