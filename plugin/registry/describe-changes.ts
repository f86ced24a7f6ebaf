import type { AppEvent, MemberChange } from './app-event.js'
import type { AppRecord } from './app-record.js'

/** What differs between an app and what becomes of it: nothing, when an edit changes nothing. */
export function describeChanges(before: AppRecord | null, after: AppRecord | null): AppEvent['changes'] {
  const [old, young] = [auditedMembers(before), auditedMembers(after)]
  const changes: Record<string, MemberChange> = {}
  for (const name of new Set([...Object.keys(old), ...Object.keys(young)])) {
    const change: MemberChange = { before: old[name] ?? null, after: young[name] ?? null }
    if (JSON.stringify(change.before) !== JSON.stringify(change.after)) changes[name] = change
  }
  return changes
}

/** All but what only counts and dates the changes themselves, and what is not so yet. */
function auditedMembers(app: AppRecord | null): Readonly<Record<string, unknown>> {
  if (!app) return {}
  const { client_id, version, created_at, updated_at, last_used_at, icon, secrets, review, ...members } = app
  return {
    ...members,
    icon: icon?.id ?? null,
    secrets: secrets.map(({ id, name, hint, expires_at }) => ({ id, name, hint, expires_at })),
  }
}
