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
  { client_id, organization_id }: Pick<AppRecord, 'client_id' | 'organization_id'>,
  what: Pick<AppEvent, 'action' | 'at' | 'changes'>,
): AppEvent {
  return { client_id, organization_id, actor: { id, name }, ...what }
}

/** A line as it was kept: the later it was written, the higher its number. */
export type EventRecord = AppEvent & { readonly id: number }
