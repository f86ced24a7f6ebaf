import { ProblemError } from '../problem-error.js'
import { findClient } from './find-client.js'
import { publisherOf } from './publisher-of.js'
import type { RegistryContext } from './registry-context.js'
import type { PublicAppRecord } from './registry.js'

/**
 * What a consent screen shows of an app, to anybody. Of a disabled app, a deleted one and none at all it says the same.
 *
 * @throws ProblemError `not_found`.
 */
export async function getPublicApp(context: RegistryContext, clientId: string): Promise<PublicAppRecord> {
  const app = await findClient(context, clientId)
  if (!app) throw new ProblemError('not_found', { detail: 'There is no enabled app with this client ID.' })
  return { app, publisher: await publisherOf(context, app) }
}
