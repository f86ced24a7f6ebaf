import type { AppPermissions } from '../contract/app.js'
import type { AppOutcome } from '../registry/registry.js'
import { entityTagOf } from './if-match.js'
import { presentApp } from './present-app.js'

/** What an action on an app answers: the app as it is now, and whom the action reached. */
export function answerOutcome({ app, effect }: AppOutcome, can: AppPermissions, mount: string) {
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: { app: presentApp(app, can, mount), effect },
  } as const
}
