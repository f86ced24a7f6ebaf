import type { AppEvent, NewEvent } from '../registry/app-event.js'
import type { AppRecord, SecretRecord, Timestamp } from '../registry/app-record.js'
import { newId } from '../registry/new-id.js'

/** As much of an app as people and programs are told of it. */
export type NotifiedApp = Pick<AppRecord, 'client_id' | 'client_name' | 'organization_id' | 'created_by' | 'status'>

/** A secret as it is told of: never its value. */
export type NotifiedSecret = Pick<SecretRecord, 'id' | 'name' | 'hint' | 'expires_at'>

/**
 * What happened to an app, for whoever is told of it, with the app as it was then: when it is told, there may be none any
 * more. No secret is ever in it.
 */
export interface NotificationLine {
  /** Unguessable, and the same however often it is told. */
  readonly id: string
  /** An action of the audit log, or what a job noticed: `secret.expiring`. */
  readonly event: string
  readonly at: Timestamp
  /** `null` where nobody did it. */
  readonly actor: AppEvent['actor'] | null
  readonly app: NotifiedApp
  readonly changes: AppEvent['changes']
  /** Which one was added, or is about to end. */
  readonly secret: NotifiedSecret | null
}

/** What there is to tell of an event of the audit log. */
export function lineOfEvent(event: NewEvent): NotificationLine {
  return {
    id: newId(),
    event: event.action,
    at: event.at,
    actor: event.actor,
    app: notifiedApp(event.app),
    changes: event.changes,
    secret: addedSecret(event),
  }
}

/** That a secret is about to end, which nobody did. */
export function lineOfExpiringSecret(app: NotifiedApp, secret: NotifiedSecret, at: Timestamp): NotificationLine {
  return { id: newId(), event: 'secret.expiring', at, actor: null, app: notifiedApp(app), changes: {}, secret }
}

function notifiedApp({ client_id, client_name, organization_id, created_by, status }: NotifiedApp): NotifiedApp {
  return { client_id, client_name, organization_id, created_by, status }
}

/** The secret that is there since the event. */
function addedSecret({ app, changes }: NewEvent): NotifiedSecret | null {
  if (!changes['secrets']) return null
  const before = JSON.stringify(changes['secrets'].before)
  const added = app.secrets.find(({ id }) => !before.includes(id))
  return added ? { id: added.id, name: added.name, hint: added.hint, expires_at: added.expires_at } : null
}
