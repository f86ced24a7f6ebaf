import type { Effect } from '../../../plugin/contract/effect.js'
import type { AppEventLine } from '../../../plugin/contract/events.js'
import { tellEffect } from '../../internal/app-actions/tell-effect.js'
import type { DetailsStrings } from '../../locales/en.js'
import { personIn, secretsIn } from './audited-values.js'

/** What happened, as a sentence about who did it. */
export function tellEvent(line: AppEventLine, strings: DetailsStrings): string {
  const { action, actor, changes } = line
  const { events, impact } = strings
  if (action === 'app.tokens_revoked') {
    const reached = { people: impact.lost, tokens: impact.revoked }
    return tellEffect(events.told[action](actor.name), revokedEffect(line), strings, reached)
  }
  if (action === 'secret.added' && isRotation(line)) return events.rotated(actor.name)
  if (isOfReview(action)) return tellReview(line, action, strings)
  const owner = action === 'app.reassigned' ? personIn(changes['created_by']?.after) : undefined
  return owner === undefined ? events.told[action](actor.name) : events.reassigned(actor.name, owner)
}

type ReviewAction = keyof DetailsStrings['events']['changesTold']

/** Whether it happens only where applications are reviewed. */
export function isOfReview(action: AppEventLine['action']): action is ReviewAction {
  return (
    action === 'app.submitted' || action === 'app.withdrawn' || action === 'app.approved' || action === 'app.rejected'
  )
}

/** An application that waits changes its status with each step; one that was approved before keeps it. */
function tellReview({ actor, changes }: AppEventLine, action: ReviewAction, { events }: DetailsStrings): string {
  const { status } = changes
  if (action === 'app.submitted' && status?.after === 'active') return events.approvedAtOnce(actor.name)
  const begins = action === 'app.submitted' && Object.keys(changes).length === 0
  return (status || begins ? events.told : events.changesTold)[action](actor.name)
}

/** How many were there when they were revoked; `null` where nobody could say. */
function revokedEffect({ changes }: AppEventLine): Effect {
  const count = (name: string): number | null => {
    const before = changes[name]?.before
    return typeof before === 'number' ? before : null
  }
  return { users: count('users'), grants: count('grants'), tokens: count('tokens') }
}

/** Whether secrets that were there before ended, or got an end, with the new one. */
function isRotation({ changes }: AppEventLine): boolean {
  const { before, after } = changes['secrets'] ?? {}
  const kept = secretsIn(after)
  return secretsIn(before).some(
    ({ id, expires_at }) => !kept.some((secret) => secret.id === id && secret.expires_at === expires_at),
  )
}
