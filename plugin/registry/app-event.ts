import type { Timestamp } from './app-record.js'

export type AppEventAction =
  'app.created' | 'app.updated' | 'app.enabled' | 'app.disabled' | 'app.deleted' | 'secret.added' | 'secret.ended'

/** A member before and after; `null` where there was, or is, no app. */
export interface MemberChange {
  readonly before: unknown
  readonly after: unknown
}

/** One line of the audit log. It outlives its app, and no secret is ever in it. */
export interface AppEvent {
  readonly client_id: string
  readonly organization_id: string | null
  readonly action: AppEventAction
  readonly actor: { readonly id: string; readonly name: string }
  readonly at: Timestamp
  readonly changes: Readonly<Record<string, MemberChange>>
}
