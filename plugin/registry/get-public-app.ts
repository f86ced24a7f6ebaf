import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { findClient } from './find-client.js'
import { honouredFor, honours } from './honours.js'
import { publisherOf } from './publisher-of.js'
import type { RegistryContext } from './registry-context.js'
import type { PublicAppRecord } from './registry.js'

/**
 * What a consent screen shows of an app, to anybody. Of a disabled app, a deleted one and none at all it says the same.
 *
 * @throws ProblemError `not_found`.
 */
export async function getPublicApp(context: RegistryContext, clientId: string): Promise<PublicAppRecord> {
  return present(context, await findClient(context, clientId))
}

/**
 * The same for somebody who is about to be asked by it: its owner may use an app that nobody has approved yet.
 *
 * @param userId who is signed in; without it, it is anybody.
 * @throws ProblemError `not_found`, or `not_approved` where the app works for somebody else alone.
 */
export async function getAskingApp(
  context: RegistryContext,
  clientId: string,
  userId: string | undefined,
): Promise<PublicAppRecord> {
  const app = await findClient(context, clientId, 'somebody')
  if (app && !honours(app, honouredFor(userId))) {
    throw new ProblemError('not_approved', {
      detail: 'This app has not been approved yet. Until it is, only the person who registered it can use it.',
    })
  }
  return present(context, app)
}

async function present(context: RegistryContext, app: AppRecord | null): Promise<PublicAppRecord> {
  if (!app) throw new ProblemError('not_found', { detail: 'There is no enabled app with this client ID.' })
  return { app, publisher: await publisherOf(context, app) }
}
