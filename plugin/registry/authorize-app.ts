import type { AppAction } from '../policy/policy.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import type { RegistryContext } from './registry-context.js'

/**
 * The app, if it may be acted on.
 *
 * @throws ProblemError `not_found` for what is not there or not visible, `forbidden` for what is.
 */
export function authorizeApp(
  { policy }: Pick<RegistryContext, 'policy'>,
  principal: Principal,
  app: AppRecord | null,
  action?: AppAction,
): AppRecord {
  if (!app) throw new ProblemError('not_found', { detail: 'There is no app with this client ID that you can see.' })
  if (action && !policy.can(principal, action, app)) {
    throw new ProblemError('forbidden', { detail: 'You can see this app, but changing it is not up to you.' })
  }
  return app
}
