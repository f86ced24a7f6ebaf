import type { AppEvent } from '../app-event.js'
import type { AppRecord } from '../app-record.js'
import { describeChanges } from '../describe-changes.js'
import { proposedApp } from './proposed-app.js'

type Line = Pick<AppEvent, 'action' | 'changes'>

/** What the audit log says of an edit: what it changed at once, and what it made wait, or gave up. */
export function tellEdit(before: AppRecord, after: AppRecord): Line[] {
  const lines: Line[] = []
  const changes = describeChanges(before, after)
  if (Object.keys(changes).length > 0) lines.push({ action: 'app.updated', changes })
  if (after.review?.proposal && after.review !== before.review) {
    lines.push({ action: 'app.submitted', changes: describeChanges(after, proposedApp(after)) })
  }
  // Where it came to be, the change itself tells.
  const given = before.review?.proposal && !after.review ? describeChanges(proposedApp(before), after) : {}
  const lost = Object.fromEntries(Object.entries(given).filter(([member]) => isOf(before, member)))
  if (Object.keys(lost).length > 0) lines.push({ action: 'app.withdrawn', changes: lost })
  return lines
}

function isOf({ review }: AppRecord, member: string): boolean {
  return Object.hasOwn(review?.proposal ?? {}, member)
}
