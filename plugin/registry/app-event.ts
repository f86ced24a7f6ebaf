import type { EventAction } from '../contract/events.js'
import type { AppRecord, Timestamp } from './app-record.js'

/** A member before and after; `null` where there was, or is, no app. */
export interface MemberChange {
  readonly before: unknown
  readonly after: unknown
}

/** One line of the audit log. It outlives its app, and no secret is ever in it. */
export interface AppEvent {
  readonly client_id: string
  readonly organization_id: string | null
  readonly action: EventAction
  readonly actor: { readonly id: string; readonly name: string }
  readonly at: Timestamp
  readonly changes: Readonly<Record<string, MemberChange>>
}

/** What somebody did to an app, as a line of the audit log: of the actor no more than who they are. */
export function appEvent(
  { id, name }: AppEvent['actor'],
  app: AppRecord,
  what: Pick<AppEvent, 'action' | 'at' | 'changes'>,
): NewEvent {
  const { client_id, organization_id } = app
  return { client_id, organization_id, actor: { id, name }, ...what, app }
}

/** A line as it is written, with the app that it is about: as it was left, or as it was when it was deleted. */
export type NewEvent = AppEvent & { readonly app: AppRecord }

/** A line as it was kept: the later it was written, the higher its number. */
export type EventRecord = AppEvent & { readonly id: number }
