import type { Principal } from '../principal.js'
import type { EventRecord } from './app-event.js'
import { readExportQuery } from './event-query.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry } from './registry.js'
import { requireAuditedApp } from './require-audited-app.js'

/** Lines that are in memory at once. */
const batchSize = 200

/**
 * All that was done to an app, newest first, a bounded number of lines at a time: the next ones are read when those before
 * have been taken. The first are read here, so that whatever refuses does so before anything is written.
 *
 * @throws ProblemError `not_found` or `invalid_input`.
 */
export async function exportEvents(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Parameters<Registry['exportEvents']>[2],
): Promise<AsyncIterable<readonly EventRecord[]>> {
  await requireAuditedApp(context, principal, clientId)
  const filter = readExportQuery(submission)
  const read = (before?: number): Promise<readonly EventRecord[]> =>
    context.store.pageOfEvents({ ...filter, clientId, before, limit: batchSize })
  return inBatches(await read(), read)
}

/** Nothing is skipped or told twice, whatever is written meanwhile: new lines come before the first. */
async function* inBatches(
  first: readonly EventRecord[],
  read: (before: number) => Promise<readonly EventRecord[]>,
): AsyncGenerator<readonly EventRecord[]> {
  for (let batch = first; ;) {
    yield batch
    const last = batch.at(-1)
    if (!last || batch.length < batchSize) return
    batch = await read(last.id)
  }
}
