import type { AppEvent, MemberChange } from '../registry/app-event.js'
import { isoTime } from './iso-time.js'

/** Members of an app, and of its secrets, that are moments. */
const moments: ReadonlySet<string> = new Set(['deleted_at', 'restorable_until', 'expires_at'])

/** What changed, over the wire: the log keeps moments as it finds them, in milliseconds. */
export function presentChanges(changes: AppEvent['changes']): Record<string, MemberChange> {
  return Object.fromEntries(
    Object.entries(changes).map(([member, { before, after }]) => [
      member,
      { before: presentValue(member, before), after: presentValue(member, after) },
    ]),
  )
}

function presentValue(member: string, value: unknown): unknown {
  if (member === 'secrets' && Array.isArray(value)) return value.map(presentSecret)
  return moments.has(member) && typeof value === 'number' ? isoTime(value) : value
}

function presentSecret(secret: unknown): unknown {
  if (typeof secret !== 'object' || secret === null) return secret
  return Object.fromEntries(Object.entries(secret).map(([member, value]) => [member, presentValue(member, value)]))
}
