import type { Principal } from '../principal.js'
import { readEventQuery, writeEventCursor } from './event-query.js'
import type { RegistryContext } from './registry-context.js'
import type { EventRecordPage, Registry } from './registry.js'
import { requireAuditedApp } from './require-audited-app.js'

/**
 * One page of what was done to an app, newest first, for whoever may see the app.
 *
 * @throws ProblemError `not_found` or `invalid_input`.
 */
export async function listEvents(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Parameters<Registry['listEvents']>[2],
): Promise<EventRecordPage> {
  await requireAuditedApp(context, principal, clientId)
  const query = readEventQuery(submission)
  // One more than asked for tells whether there is a next page.
  const found = await context.store.pageOfEvents({ ...query, clientId, limit: query.limit + 1 })
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  const more = found.length > query.limit && last !== undefined
  return { items, next_cursor: more ? writeEventCursor(last.id) : null }
}
