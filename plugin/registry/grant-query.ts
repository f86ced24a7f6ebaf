import { grantPageSize, type GrantListQuery } from '../contract/grants.js'
import type { FieldFault } from '../contract/faults.js'
import { ProblemError } from '../problem-error.js'
import type { TokenPage } from '../tokens.js'
import type { Submission } from './registry.js'

/** Before each cursor, so that what is none is told as such and is not handed on to the authority. */
const mark = 'grants '

/**
 * Which page of grants is asked for.
 *
 * @throws ProblemError `invalid_input`.
 */
export function readGrantQuery({ members, faults }: Submission<GrantListQuery>): TokenPage {
  const { cursor, limit = grantPageSize.default } = members
  const place = cursor === undefined ? undefined : readGrantCursor(cursor)
  const errors: FieldFault[] = [...faults]
  if (cursor !== undefined && place === undefined) {
    errors.push({ pointer: '/cursor', code: 'not_allowed', allowed: ['next_cursor'] })
  }
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return { limit, ...(place !== undefined && { cursor: place }) }
}

/** The authority's own cursor, in characters that an address may hold. */
export function writeGrantCursor(cursor: string | null): string | null {
  return cursor === null ? null : Buffer.from(mark + cursor).toString('base64url')
}

function readGrantCursor(cursor: string): string | undefined {
  const text = Buffer.from(cursor, 'base64url').toString()
  return text.startsWith(mark) ? text.slice(mark.length) : undefined
}
