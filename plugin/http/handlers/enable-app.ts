import { answerOutcome } from '../answer-outcome.js'
import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const enableApp: Handler<'enableApp'> = async ({ principal, params, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const outcome = await registry.enableApp(principal, params.client_id, version)
  return answerOutcome(outcome, registry.permissions(principal, outcome.app), mount)
}
