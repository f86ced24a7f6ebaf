import { answerOutcome } from '../answer-outcome.js'
import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const revokeTokens: Handler<'revokeTokens'> = async ({ principal, params, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const outcome = await registry.revokeTokens(principal, params.client_id, version)
  return answerOutcome(outcome, registry.permissions(principal, outcome.app), mount)
}
