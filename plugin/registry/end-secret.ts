import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { changeApp } from './change-app.js'
import { getApp } from './get-app.js'
import type { RegistryContext } from './registry-context.js'

/**
 * Ends one of several secrets, at once.
 *
 * @throws ProblemError `not_found`, `forbidden`, `stale`, or `secret_last`: an app is disabled, not left without a secret.
 */
export async function endSecret(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  secretId: string,
  version?: number,
): Promise<AppRecord> {
  await getApp(context, principal, clientId, 'rotate_secret')
  const request = { principal, clientId, action: 'rotate_secret', event: 'secret.ended', version } as const
  return changeApp(context, request, async (before, transaction) => {
    const secrets = before.secrets.filter(({ id }) => id !== secretId)
    if (secrets.length === before.secrets.length) {
      throw new ProblemError('not_found', { detail: 'The app has no such secret.' })
    }
    if (secrets.length === 0) {
      throw new ProblemError('secret_last', { detail: 'Add another secret first, or disable the app.' })
    }
    await transaction.keepSecrets(clientId, secrets)
    return { ...before, secrets }
  })
}
