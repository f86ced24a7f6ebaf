import type { AppEventLine } from '../../../plugin/contract/events.js'
import type { Strings } from '../../locales/en.js'
import { personIn, secretsIn } from './audited-values.js'

/** What happened, as a sentence about who did it. */
export function tellEvent(line: AppEventLine, { events }: Strings): string {
  const { action, actor, changes } = line
  if (action === 'secret.added' && isRotation(line)) return events.rotated(actor.name)
  const owner = action === 'app.reassigned' ? personIn(changes['created_by']?.after) : undefined
  return owner === undefined ? events.told[action](actor.name) : events.reassigned(actor.name, owner)
}

/** Whether secrets that were there before ended, or got an end, with the new one. */
function isRotation({ changes }: AppEventLine): boolean {
  const { before, after } = changes['secrets'] ?? {}
  const kept = secretsIn(after)
  return secretsIn(before).some(
    ({ id, expires_at }) => !kept.some((secret) => secret.id === id && secret.expires_at === expires_at),
  )
}
