import type { AppEventLine } from '../contract/events.js'
import type { EventRecord } from '../registry/app-event.js'
import { isoTime } from './iso-time.js'
import { presentChanges } from './present-changes.js'

/** A line of the audit log over the wire. */
export function presentEvent({ id, client_id, action, actor, at, changes }: EventRecord): AppEventLine {
  return {
    id: String(id),
    client_id,
    action,
    actor: { id: actor.id, name: actor.name },
    at: isoTime(at),
    changes: presentChanges(changes),
  }
}
